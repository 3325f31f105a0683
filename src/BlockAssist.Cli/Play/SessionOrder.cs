using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Play;

/// <summary>Who plays in a session, and where it is recorded.</summary>
/// <param name="Players">The player, and the assistant if there is one, by name.</param>
/// <param name="Seed">The seed of the players.</param>
/// <param name="Folder">Where the episodes go.</param>
internal sealed record SessionOrder(IReadOnlyList<string> Players, ulong Seed, string Folder)
{
    /// <summary>The seats: the player sees the goal; so does a scripted assistant, which cannot infer one.</summary>
    public IReadOnlyList<BuilderOptions> Options => [.. Players.Select(_ => new BuilderOptions())];
}
