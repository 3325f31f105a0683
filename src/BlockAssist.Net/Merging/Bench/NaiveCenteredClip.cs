namespace BlockAssist.Net.Merging.Bench;

/// <summary>The clipped mean as the paper writes it: every step goes through every weight of every peer.</summary>
internal static class NaiveCenteredClip
{
    /// <summary>Merges.</summary>
    /// <param name="updates">The updates.</param>
    /// <param name="steps">How many steps.</param>
    public static float[] Of(IReadOnlyList<PeerUpdate> updates, int steps)
    {
        var length = updates[0].Change.Length;
        var centre = new double[length];
        for (var weight = 0; weight < length; weight++)
        {
            double[] sorted = [.. updates.Select(update => (double)update.Change.Span[weight]).Order()];
            centre[weight] = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }

        double[] distances = [.. updates.Select(update => Distance(update, centre)).Order()];
        var reach = (distances[(distances.Length - 1) / 2] + distances[distances.Length / 2]) / 2;
        var total = updates.Sum(update => update.Weight);
        for (var step = 0; step < steps; step++)
        {
            double[] pulls = [.. updates.Select(update => update.Weight / total * Math.Min(1, reach / Distance(update, centre)))];
            var next = (double[])centre.Clone();
            for (var peer = 0; peer < updates.Count; peer++)
            {
                var change = updates[peer].Change.Span;
                for (var weight = 0; weight < length; weight++)
                {
                    next[weight] += pulls[peer] * (change[weight] - centre[weight]);
                }
            }

            centre = next;
        }

        return Array.ConvertAll(centre, number => (float)number);
    }

    private static double Distance(PeerUpdate update, double[] centre)
    {
        var change = update.Change.Span;
        var sum = 0.0;
        for (var weight = 0; weight < centre.Length; weight++)
        {
            sum += (change[weight] - centre[weight]) * (change[weight] - centre[weight]);
        }

        return Math.Sqrt(sum);
    }
}
