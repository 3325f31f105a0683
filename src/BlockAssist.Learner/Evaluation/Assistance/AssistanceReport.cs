namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>What helpers are worth to a human.</summary>
/// <param name="Horizon">The most steps of an episode.</param>
/// <param name="Houses">How many different houses there were: intervals are over these.</param>
/// <param name="Helpers">The human alone, then with one helper after the other.</param>
public sealed record AssistanceReport(int Horizon, int Houses, IReadOnlyList<HelperReport> Helpers)
{
    internal static AssistanceReport Of(int horizon, IReadOnlyList<Helper> helpers, IReadOnlyList<AssistedRun> runs) => new(
        horizon,
        runs[0].Episodes.Select(episode => episode.Human.Goal).Distinct().Count(),
        [.. helpers.Select((helper, row) => HelperReport.Of(helper, runs[row], runs[0]))]);
}
