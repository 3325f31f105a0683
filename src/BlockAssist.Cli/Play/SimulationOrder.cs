using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Play;

/// <summary>What is to be simulated.</summary>
/// <param name="Options">The rules.</param>
/// <param name="Builders">Who builds, by name.</param>
/// <param name="Goals">Where the goals come from.</param>
/// <param name="Episodes">How many episodes.</param>
/// <param name="Seed">The seed of the builders.</param>
/// <param name="Threads">How many threads; 0: one a core.</param>
/// <param name="Folder">Where to record the episodes; null: nowhere.</param>
internal sealed record SimulationOrder(
    SiteOptions Options, IReadOnlyList<string> Builders, GoalShelf Goals, int Episodes, ulong Seed, int Threads, string? Folder);
