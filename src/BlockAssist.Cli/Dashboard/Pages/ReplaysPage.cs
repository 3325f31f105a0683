using BlockAssist.Cli.Swarm;

namespace BlockAssist.Cli.Dashboard.Pages;

/// <summary>Segments that were trained again, the newest first.</summary>
/// <param name="Replays">Those of the page.</param>
/// <param name="Total">How many there are in all that are shown.</param>
internal sealed record ReplaysPage(IReadOnlyList<ReplayReport> Replays, int Total)
{
    /// <summary>What could not be read.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
