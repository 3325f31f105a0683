namespace BlockAssist.Cli.Tests.Soak;

/// <summary>How a value grows over time: the median of the slopes between all pairs of samples (Theil 1950, Sen 1968), which a few outliers do not move.</summary>
internal static class Growth
{
    // 400 samples are 79,800 pairs.
    private const int MostSamples = 400;

    /// <summary>The growth an hour.</summary>
    /// <param name="samples">When, and how much, in order of time.</param>
    /// <returns>In units of the value an hour; 0 for fewer than two samples.</returns>
    public static double AnHour(IReadOnlyList<(TimeSpan At, double Value)> samples)
    {
        var step = Math.Max(1, (samples.Count + MostSamples - 1) / MostSamples);
        var kept = samples.Where((_, number) => number % step == 0).ToList();
        var slopes = new List<double>();
        for (var first = 0; first < kept.Count; first++)
        {
            for (var second = first + 1; second < kept.Count; second++)
            {
                if (kept[second].At > kept[first].At)
                {
                    slopes.Add((kept[second].Value - kept[first].Value) / (kept[second].At - kept[first].At).TotalHours);
                }
            }
        }

        slopes.Sort();
        return slopes.Count == 0 ? 0 : slopes[slopes.Count / 2];
    }
}
