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
        return OfRatio([.. values.Select(value => new Portion(value, 1))]);
    }

    /// <summary>The estimate of all parts together, divided by all wholes; null if there is no whole.</summary>
    /// <remarks>Likewise by the bootstrap: parts are drawn together with their wholes. What has no whole is left out.</remarks>
    public static Estimate? OfRatio(IReadOnlyList<Portion> portions)
    {
        ArgumentNullException.ThrowIfNull(portions);
        Portion[] counted = [.. portions.Where(portion => portion.Whole > 0)];
        if (counted.Length == 0)
        {
            return null;
        }

        var random = new SeededRandom(Seed);
        var ratios = new double[Resamples];
        for (var i = 0; i < ratios.Length; i++)
        {
            ratios[i] = RatioOfDrawn(counted, random);
        }

        Array.Sort(ratios);
        var ratio = counted.Sum(portion => portion.Part) / counted.Sum(portion => portion.Whole);
        return new Estimate(ratio, ratios[Resamples / 40], ratios[^(1 + (Resamples / 40))]);
    }

    private static double RatioOfDrawn(Portion[] portions, SeededRandom random)
    {
        var (part, whole) = (0.0, 0.0);
        for (var i = 0; i < portions.Length; i++)
        {
            var drawn = portions[random.Next(portions.Length)];
            part += drawn.Part;
            whole += drawn.Whole;
        }

        return part / whole;
    }
}
