using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

/// <summary>Which updates are copies of earlier ones, by comparing every weight of every two.</summary>
internal static class NaiveScreen
{
    /// <summary>For each update whether it is a copy.</summary>
    public static bool[] CopiesAmong(IReadOnlyList<ReadOnlyMemory<float>> updates, double cosine)
    {
        double[] norms = [.. updates.Select(update => FixedSums.Norm(update.Span))];
        var isCopy = new bool[updates.Count];
        for (var peer = 0; peer < isCopy.Length; peer++)
        {
            isCopy[peer] = Enumerable.Range(0, peer).Any(earlier => !isCopy[earlier]
                && FixedSums.OfProducts(updates[earlier].Span, updates[peer].Span) > cosine * norms[earlier] * norms[peer]);
        }

        return isCopy;
    }
}
