namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>An edit of an assistant, and what became of it.</summary>
/// <param name="Facts">What was told of it when it was made: <see cref="SurvivalJudge.Facts"/> numbers.</param>
/// <param name="Worth">What it was worth, from 0 for the worst fate to 1 for the best.</param>
public sealed record SurvivalExample(float[] Facts, float Worth);
