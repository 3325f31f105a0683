namespace BlockAssist.Net.Gates;

/// <summary>A candidate beside an older model of the same line: it may have got worse at nothing that was once learnt.</summary>
/// <param name="Model">The hash of the older model.</param>
/// <param name="Pairs">How many pairs were played.</param>
/// <param name="Mean">By how much the candidate did better.</param>
/// <param name="Error">The standard error of that.</param>
public sealed record Regression(string Model, int Pairs, double Mean, double Error)
{
    private const double Sure = 1.96;

    /// <summary>Whether the candidate is surely worse (97.5 %).</summary>
    public bool IsWorse => Mean + (Sure * Error) < 0;

    /// <summary>What pairs say.</summary>
    internal static Regression Of(string model, IReadOnlyList<double> differences)
    {
        var mean = differences.Average();
        var spread = differences.Count < 2 ? 0 : Math.Sqrt(differences.Sum(one => (one - mean) * (one - mean)) / (differences.Count - 1));
        return new Regression(model, differences.Count, mean, spread / Math.Sqrt(differences.Count));
    }
}
