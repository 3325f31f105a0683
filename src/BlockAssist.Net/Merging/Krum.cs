namespace BlockAssist.Net.Merging;

/// <summary>The one update whose nearest neighbours are nearest (Blanchard et al. 2017, "Machine Learning with Adversaries"); of those that count for something. For comparison: it throws away what all others learnt.</summary>
/// <param name="share">Which share of the peers may cheat.</param>
public sealed class Krum(double share = 0.25) : IMergeRule
{
    /// <inheritdoc/>
    public string Name => "krum";

    /// <inheritdoc/>
    public void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged)
    {
        MergeInput.Check(updates, merged);
        var count = updates.Count;
        var neighbours = Math.Clamp(count - (int)Math.Ceiling(share * count) - 2, 1, Math.Max(1, count - 1));
        var (best, least) = (0, double.PositiveInfinity);
        for (var peer = 0; peer < count; peer++)
        {
            var score = Scattering(updates, peer, neighbours);
            if (updates[peer].Weight > 0 && score < least)
            {
                (best, least) = (peer, score);
            }
        }

        updates[best].Change.Span.CopyTo(merged);
    }

    private static double Scattering(IReadOnlyList<PeerUpdate> updates, int peer, int neighbours)
    {
        var one = updates[peer].Change.Span;
        var own = FixedSums.OfProducts(one, one);
        var distances = new List<double>(updates.Count);
        for (var other = 0; other < updates.Count; other++)
        {
            if (other != peer)
            {
                var another = updates[other].Change.Span;
                distances.Add(own - (2 * FixedSums.OfProducts(one, another)) + FixedSums.OfProducts(another, another));
            }
        }

        distances.Sort();
        return distances.Take(neighbours).Sum();
    }
}
