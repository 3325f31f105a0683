using BlockAssist.Simulation.Building;

namespace BlockAssist.Learner.Evaluation;

/// <summary>What came of an episode.</summary>
/// <param name="Goal">What was to be built.</param>
/// <param name="Steps">How many steps there were.</param>
/// <param name="GoalShare">How far the goal was reached at the end: 0 as at the start, 1 when it stands.</param>
/// <param name="Complete">Whether it stands.</param>
/// <param name="Placements">Placements that took effect.</param>
/// <param name="Breaks">Breaks that took effect.</param>
/// <param name="CellsToChange">How many cells were not as the goal has them at the start.</param>
/// <param name="PlaceAccuracy">The share of placements that were right; null without any.</param>
public sealed record PlayedEpisode(
    string Goal, int Steps, double GoalShare, bool Complete, int Placements, int Breaks, int CellsToChange, double? PlaceAccuracy)
{
    /// <summary>Placements and breaks together.</summary>
    public int Edits => Placements + Breaks;

    internal static PlayedEpisode Of(string goal, EpisodeMetrics metrics, int cellsToChange)
    {
        var score = metrics.Total;
        var builder = score.Builders[0];
        return new PlayedEpisode(
            goal,
            metrics.Steps,
            score.GoalPercentage,
            score.GoalDistance == 0,
            builder.Count(ActionType.Place),
            builder.Count(ActionType.Break),
            cellsToChange,
            builder.PlaceAccuracy);
    }
}
