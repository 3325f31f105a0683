using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>What the node was credited by its swarm, and why.</summary>
/// <param name="Account">What it has of that; null if it has seen no round.</param>
/// <param name="Rounds">What the last rounds brought, the newest first.</param>
internal sealed record CreditPage(CreditReport? Account, IReadOnlyList<CreditStatus> Rounds)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
