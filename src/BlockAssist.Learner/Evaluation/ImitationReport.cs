namespace BlockAssist.Learner.Evaluation;

/// <summary>How well a model foresaw demonstrations, as the paper counts it: turns that the mask forbids are left out.</summary>
/// <param name="All">All turns: padding among them.</param>
/// <param name="Chosen">The turns in which something was chosen: no padding.</param>
/// <param name="Acting">The turns that were not a no-op.</param>
/// <param name="Masked">How many turns the mask forbids; they are in none of the scores.</param>
public sealed record ImitationReport(ImitationScore All, ImitationScore Chosen, ImitationScore Acting, int Masked)
{
    /// <summary>The report over the turns of all reports.</summary>
    public static ImitationReport Sum(IReadOnlyList<ImitationReport> reports) => new(
        ImitationScore.Mean([.. reports.Select(report => report.All)]),
        ImitationScore.Mean([.. reports.Select(report => report.Chosen)]),
        ImitationScore.Mean([.. reports.Select(report => report.Acting)]),
        reports.Sum(report => report.Masked));
}
