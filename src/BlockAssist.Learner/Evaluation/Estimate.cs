using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Evaluation;

/// <summary>The mean of what was measured in several episodes, and how far it may be trusted.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Below this lies one in forty means of as many episodes, drawn again from those that there were.</param>
/// <param name="High">Above this likewise: between the two are 95 %.</param>
public sealed record Estimate(double Mean, double Low, double High)
{
    private const int Resamples = 10_000;
    private const ulong Seed = 1;

    /// <summary>The estimate from values of independent episodes; null if there are none.</summary>
    /// <remarks>By the percentile bootstrap (Efron, 1979), with draws that are always the same.</remarks>
    public static Estimate? Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count == 0)
        {
            return null;
        }

        var random = new SeededRandom(Seed);
        var means = new double[Resamples];
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = MeanOfDrawn(values, random);
        }

        Array.Sort(means);
        return new Estimate(values.Average(), means[Resamples / 40], means[^(1 + (Resamples / 40))]);
    }

    private static double MeanOfDrawn(IReadOnlyList<double> values, SeededRandom random)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Count; i++)
        {
            sum += values[random.Next(values.Count)];
        }

        return sum / values.Count;
    }
}
