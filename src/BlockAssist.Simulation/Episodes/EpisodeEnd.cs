namespace BlockAssist.Simulation.Episodes;

/// <summary>What the last record of an episode says; an episode that was cut off has none.</summary>
/// <param name="Reason">Why it ended.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="GoalSimilarity">How many cells equal the goal.</param>
/// <param name="StateHash">The hash of the last state; see <see cref="SiteHash"/>.</param>
public sealed record EpisodeEnd(EndReason Reason, int Steps, int GoalSimilarity, UInt128 StateHash)
{
    /// <summary>When it ended, in milliseconds since the start.</summary>
    public long Time { get; init; }
}
