namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>What a model is surer of than a bound.</summary>
/// <param name="Bound">The bound.</param>
/// <param name="Placements">How many placements, a moment; null without moments.</param>
/// <param name="Precision">The share of them that is right; null without any.</param>
/// <param name="Coverage">The share of what is missing that they are; null if nothing is.</param>
public sealed record SureReport(double Bound, double? Placements, double? Precision, double? Coverage);
