namespace BlockAssist.Net.Merging;

/// <summary>How much each peer counts in a merge.</summary>
public static class MergeWeights
{
    /// <summary>The largest share of a merge that one peer may have, where there are enough of them.</summary>
    public const double UsualMost = 0.15;

    /// <summary>By the work that was verified and by reputation: ∝ √segments × reputation, none above a share of all.</summary>
    /// <param name="peers">Of each peer how many segments it did, and its reputation, 0 to 1.</param>
    /// <param name="most">The largest share; where there are too few peers for it, all count the same.</param>
    /// <returns>Shares that sum to 1; all 0 where nobody counts.</returns>
    public static IReadOnlyList<double> Of(IReadOnlyList<(int Segments, double Reputation)> peers, double most = UsualMost)
    {
        ArgumentNullException.ThrowIfNull(peers);
        double[] claims = [.. peers.Select(peer => Math.Sqrt(Math.Max(0, peer.Segments)) * Math.Clamp(peer.Reputation, 0, 1))];
        var counting = claims.Count(claim => claim > 0);
        if (counting == 0)
        {
            return new double[peers.Count];
        }

        return counting * most <= 1
            ? [.. claims.Select(claim => claim > 0 ? 1.0 / counting : 0)]
            : Capped(claims, most);
    }

    // Who is above gives to the others; some of them may be above then.
    private static double[] Capped(double[] claims, double most)
    {
        var isCapped = new bool[claims.Length];
        while (true)
        {
            var left = 1 - (most * isCapped.Count(one => one));
            var claimed = claims.Where((_, peer) => !isCapped[peer]).Sum();
            var over = Enumerable.Range(0, claims.Length).Where(peer => !isCapped[peer] && claims[peer] / claimed * left > most).ToList();
            if (over.Count == 0)
            {
                return [.. claims.Select((claim, peer) => isCapped[peer] ? most : claim / claimed * left)];
            }

            over.ForEach(peer => isCapped[peer] = true);
        }
    }
}
