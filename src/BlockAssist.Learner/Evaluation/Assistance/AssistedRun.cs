namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>Episodes of a human with one helper, and how long the helper's decisions took.</summary>
/// <param name="Episodes">The episodes, in order.</param>
/// <param name="Decisions">Decision by decision.</param>
internal sealed record AssistedRun(IReadOnlyList<AssistedEpisode> Episodes, IReadOnlyList<TimedDecision> Decisions)
{
    /// <summary>What has come of some sites.</summary>
    public static AssistedRun Of(IReadOnlyList<AssistedSite> sites) =>
        new([.. sites.Select(site => site.Episode())], [.. sites.SelectMany(site => site.Decisions)]);

    /// <summary>Several runs as one.</summary>
    public static AssistedRun Joined(IReadOnlyList<AssistedRun> runs) =>
        new([.. runs.SelectMany(run => run.Episodes)], [.. runs.SelectMany(run => run.Decisions)]);
}
