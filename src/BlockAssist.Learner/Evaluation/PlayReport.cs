namespace BlockAssist.Learner.Evaluation;

/// <summary>How well a builder builds alone.</summary>
/// <param name="Horizon">The most steps of an episode.</param>
/// <param name="GoalShare">How far goals were reached at the end, 0 to 1.</param>
/// <param name="Complete">The share of episodes that ended with the goal standing.</param>
/// <param name="Edits">Placements and breaks an episode.</param>
/// <param name="EditsPerCell">Placements and breaks for each cell that was not as the goal has it at the start.</param>
/// <param name="PlaceAccuracy">The share of an episode's placements that were right; null if nobody placed anything.</param>
/// <param name="Episodes">Episode by episode.</param>
public sealed record PlayReport(
    int Horizon,
    Estimate GoalShare,
    Estimate Complete,
    Estimate Edits,
    Estimate EditsPerCell,
    Estimate? PlaceAccuracy,
    IReadOnlyList<PlayedEpisode> Episodes)
{
    internal static PlayReport Of(int horizon, IReadOnlyList<PlayedEpisode> episodes) => new(
        horizon,
        Over(episodes, episode => episode.GoalShare),
        Over(episodes, episode => episode.Complete ? 1 : 0),
        Over(episodes, episode => episode.Edits),
        Over(episodes, episode => (double)episode.Edits / Math.Max(episode.CellsToChange, 1)),
        Estimate.Of([.. episodes.Select(episode => episode.PlaceAccuracy).OfType<double>()]),
        episodes);

    private static Estimate Over(IReadOnlyList<PlayedEpisode> episodes, Func<PlayedEpisode, double> value) =>
        Estimate.Of([.. episodes.Select(value)]) ?? throw new ArgumentException("There is no episode.", nameof(episodes));
}
