namespace BlockAssist.Simulation.Measuring;

/// <summary>What half of the runs, and what 99 of 100, did not exceed.</summary>
/// <param name="P50">The median.</param>
/// <param name="P99">The 99th percentile.</param>
public sealed record Percentiles(double P50, double P99)
{
    /// <summary>Those of some samples, of which there is at least one.</summary>
    public static Percentiles Of(IEnumerable<double> samples)
    {
        double[] sorted = [.. samples.Order()];
        return new Percentiles(At(sorted, 0.5), At(sorted, 0.99));
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
