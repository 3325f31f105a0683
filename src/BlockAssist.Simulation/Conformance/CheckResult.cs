namespace BlockAssist.Simulation.Conformance;

/// <summary>What came of comparing our rules with recorded answers.</summary>
/// <param name="Checks">How many answers were compared.</param>
/// <param name="Mismatches">One line for each answer that differs: where, what was expected, what came out.</param>
public sealed record CheckResult(int Checks, IReadOnlyList<string> Mismatches)
{
    /// <summary>Nothing compared yet.</summary>
    public static CheckResult None { get; } = new(0, []);

    /// <summary>Both results as one.</summary>
    public static CheckResult operator +(CheckResult a, CheckResult b) =>
        new(a.Checks + b.Checks, [.. a.Mismatches, .. b.Mismatches]);
}
