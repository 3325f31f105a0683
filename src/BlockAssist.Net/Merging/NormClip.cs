using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>Shortens what is far longer than what others would change: tensor by tensor, to so many times the median length.</summary>
/// <param name="lengths">How many weights each tensor has, in order; together all.</param>
/// <param name="most">To how many times the median.</param>
public sealed class NormClip(IReadOnlyList<int> lengths, double most = 2)
{
    /// <summary>Shortens.</summary>
    /// <param name="updates">The changes; in place.</param>
    /// <returns>For each peer the share of the squared length of its change that is left, 0 to 1.</returns>
    public IReadOnlyList<double> Shorten(IReadOnlyList<float[]> updates)
    {
        ArgumentNullException.ThrowIfNull(updates);
        double[] before = [.. updates.Select(update => FixedSums.OfProducts(update, update))];
        var norms = new double[updates.Count];
        var at = 0;
        foreach (var length in lengths)
        {
            for (var peer = 0; peer < norms.Length; peer++)
            {
                norms[peer] = FixedSums.Norm(updates[peer].AsSpan(at, length));
            }

            var allowed = most * Median.Of([.. norms]);
            for (var peer = 0; peer < norms.Length; peer++)
            {
                if (norms[peer] > allowed)
                {
                    var stretch = updates[peer].AsSpan(at, length);
                    TensorPrimitives.Multiply(stretch, (float)(allowed / norms[peer]), stretch);
                }
            }

            at += length;
        }

        return [.. updates.Select((update, peer) => before[peer] > 0 ? FixedSums.OfProducts(update, update) / before[peer] : 1)];
    }
}
