namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>How a human builds with one helper.</summary>
/// <param name="Helper">Who helps.</param>
/// <param name="GoalShare">How far goals were reached at the end, 0 to 1.</param>
/// <param name="Complete">The share of episodes that ended with the goal standing.</param>
/// <param name="HumanEdits">The human's placements and breaks an episode.</param>
/// <param name="Effect">What is different from the human alone; null for the human alone.</param>
/// <param name="Work">What the helper does; null for the human alone.</param>
/// <param name="Episodes">Episode by episode.</param>
public sealed record HelperReport(
    string Helper,
    Estimate GoalShare,
    Estimate Complete,
    Estimate HumanEdits,
    HelpEffect? Effect,
    HelperWork? Work,
    IReadOnlyList<AssistedEpisode> Episodes)
{
    internal static HelperReport Of(Helper helper, AssistedRun run, AssistedRun alone)
    {
        var pairs = new EpisodePairs(run.Episodes, alone.Episodes);
        var helps = helper.Sit is not null;
        return new HelperReport(
            helper.Name,
            pairs.Mean(pair => pair.Helped.Human.GoalShare),
            pairs.Mean(pair => pair.Helped.Human.Complete ? 1 : 0),
            pairs.Mean(pair => pair.Helped.Human.Edits),
            helps ? HelpEffect.Of(pairs) : null,
            helps ? HelperWork.Of(pairs, run.Decisions) : null,
            run.Episodes);
    }
}
