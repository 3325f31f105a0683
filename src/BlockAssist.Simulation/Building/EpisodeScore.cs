namespace BlockAssist.Simulation.Building;

/// <summary>How an episode stands after some step.</summary>
/// <param name="GoalSimilarity">Cells that equal the goal.</param>
/// <param name="GoalDistance">Cells that do not.</param>
/// <param name="GoalPercentage">How far the goal is reached, in the eyes of the first builder: 0 at the start, 1 when it stands.</param>
/// <param name="Reward">The first builder's rewards so far.</param>
/// <param name="Builders">What each builder did.</param>
public sealed record EpisodeScore(
    int GoalSimilarity, int GoalDistance, double GoalPercentage, double Reward, IReadOnlyList<BuilderTally> Builders);
