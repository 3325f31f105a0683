using System.Globalization;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>The mean of what was measured from several seeds, and between what it lies in 95 of 100 such series.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Low">Where the interval begins; the mean itself of one seed, which says nothing.</param>
/// <param name="High">Where it ends.</param>
internal sealed record Interval(double Mean, double Low, double High)
{
    // The 97.5 % points of Student's distribution with 1, 2, … degrees of freedom; beyond them that of the normal one is near enough.
    private static readonly double[] Student = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093];

    private const double Normal = 1.960;

    /// <summary>The interval of Student (1908).</summary>
    /// <param name="values">One of each seed, one at least.</param>
    public static Interval Of(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        if (values.Count == 1)
        {
            return new Interval(mean, mean, mean);
        }

        var spread = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
        var half = (values.Count - 2 < Student.Length ? Student[values.Count - 2] : Normal) * spread / Math.Sqrt(values.Count);
        return new Interval(mean, mean - half, mean + half);
    }

    /// <summary>In words: 12.3 (11.9 to 12.7).</summary>
    /// <param name="form">How each number is written.</param>
    public string Text(string form) => string.Create(
        CultureInfo.InvariantCulture, $"{Mean.ToString(form, CultureInfo.InvariantCulture)} ({Low.ToString(form, CultureInfo.InvariantCulture)} to {High.ToString(form, CultureInfo.InvariantCulture)})");
}
