namespace BlockAssist.Net.Gates;

/// <summary>Whether a candidate may play, and why.</summary>
/// <param name="Candidate">The hash of the candidate.</param>
/// <param name="Current">The hash of the model that plays.</param>
/// <param name="Verdict">What the test against the model that plays came to.</param>
/// <param name="Pairs">After how many pairs.</param>
/// <param name="Mean">By how much the candidate did better, in shares of the goal.</param>
/// <param name="Curve">The logarithm of the likelihood ratio after each pair.</param>
/// <param name="Regressions">The candidate beside older models; empty where the first test was not passed.</param>
public sealed record GateResult(
    string Candidate,
    string Current,
    GateVerdict Verdict,
    int Pairs,
    double Mean,
    IReadOnlyList<double> Curve,
    IReadOnlyList<Regression> Regressions)
{
    /// <summary>Whether it may play.</summary>
    public bool IsPassed => Verdict == GateVerdict.Better && !Regressions.Any(one => one.IsWorse);
}
