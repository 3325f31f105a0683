namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>What learning from fates came to.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Examples">How many edits it learnt from.</param>
/// <param name="Apart">How many edits it is measured by, of episodes that it did not learn from.</param>
/// <param name="Before">Nats an edit at those, before.</param>
/// <param name="After">Nats an edit at those, after.</param>
public sealed record SurvivalFit(SurvivalJudge Judge, int Examples, int Apart, double Before, double After);
