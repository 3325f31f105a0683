using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Play;

/// <summary>What is to be simulated.</summary>
/// <param name="Options">The rules.</param>
/// <param name="Seats">Who builds.</param>
/// <param name="Goals">Where the goals come from.</param>
/// <param name="Episodes">How many episodes.</param>
/// <param name="Threads">How many threads; 0: one a core.</param>
/// <param name="Folder">Where to record the episodes; null: nowhere.</param>
internal sealed record SimulationOrder(
    SiteOptions Options, Seats Seats, GoalShelf Goals, int Episodes, int Threads, string? Folder);
