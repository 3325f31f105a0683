namespace BlockAssist.Learner.Evaluation.Assistance;

/// <summary>What is different for the human with a helper, from alone on the same houses with the same seeds.</summary>
/// <param name="GoalShare">How much further goals were reached.</param>
/// <param name="HumanEdits">How many more placements and breaks the human made an episode: negative if fewer.</param>
/// <param name="FewerHumanEdits">How many fewer, as a share of those alone; null if there were none alone.</param>
public sealed record HelpEffect(Estimate GoalShare, Estimate HumanEdits, Estimate? FewerHumanEdits)
{
    internal static HelpEffect Of(EpisodePairs pairs) => new(
        pairs.Mean(pair => pair.Helped.Human.GoalShare - pair.Alone.Human.GoalShare),
        pairs.Mean(pair => pair.Helped.Human.Edits - pair.Alone.Human.Edits),
        pairs.Ratio(pair => pair.Alone.Human.Edits - pair.Helped.Human.Edits, pair => pair.Alone.Human.Edits));
}
