namespace BlockAssist.Net.Merging.Bench;

/// <summary>Weight by weight: the numbers of all peers in an array, sorted.</summary>
internal static class NaiveCoordinates
{
    /// <summary>The median of every weight.</summary>
    public static float[] Median(IReadOnlyList<PeerUpdate> updates) =>
        Of(updates, sorted => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);

    /// <summary>The mean of every weight without the largest and smallest numbers.</summary>
    public static float[] TrimmedMean(IReadOnlyList<PeerUpdate> updates, int trimmed) => Of(updates, sorted => sorted[trimmed..^trimmed].Average());

    private static float[] Of(IReadOnlyList<PeerUpdate> updates, Func<float[], float> choice)
    {
        var merged = new float[updates[0].Change.Length];
        for (var weight = 0; weight < merged.Length; weight++)
        {
            float[] numbers = [.. updates.Select(update => update.Change.Span[weight])];
            Array.Sort(numbers);
            merged[weight] = choice(numbers);
        }

        return merged;
    }
}
