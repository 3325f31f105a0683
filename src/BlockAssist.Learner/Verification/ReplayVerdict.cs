namespace BlockAssist.Learner.Verification;

/// <summary>What came of a replay.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="Difference">How far the claimed update is from the replayed one; null if it was not replayed.</param>
/// <param name="Tolerance">How far it may be; null if that is not known.</param>
public sealed record ReplayVerdict(ReplayOutcome Outcome, string Reason, double? Difference = null, double? Tolerance = null);
