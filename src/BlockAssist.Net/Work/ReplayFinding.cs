using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Work;

/// <summary>What a replay found.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Reason">In a sentence, for the verifier's own log.</param>
/// <param name="Difference">How far the two ends are apart, as a share of the update; 0 where nothing was computed.</param>
public sealed record ReplayFinding(ReplayOutcome Outcome, string Reason, double Difference = 0)
{
    /// <summary>What it is about: who finds the steps different is asked for states, of who finds fault with the evidence the referee takes no word for it.</summary>
    public ReplaySubject Subject { get; init; }

    /// <summary>The demonstrations that it was shown, where the segment is the same.</summary>
    public IReadOnlyList<PlaySeen> Play { get; init; } = [];

    /// <summary>The class of device that trained again, as the learner names it.</summary>
    public string Device { get; init; } = "";
}
