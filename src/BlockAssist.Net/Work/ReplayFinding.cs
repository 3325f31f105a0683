using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Work;

/// <summary>What a replay found.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Reason">In a sentence, for the verifier's own log.</param>
/// <param name="Difference">How far the two ends are apart, as a share of the update; 0 where nothing was computed.</param>
public sealed record ReplayFinding(ReplayOutcome Outcome, string Reason, double Difference = 0);
