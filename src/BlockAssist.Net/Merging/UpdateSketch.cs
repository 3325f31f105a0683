using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Merging;

/// <summary>Makes short images of updates: two that point the same way do so in the images too.</summary>
/// <remarks>
/// A count sketch (Charikar, Chen and Farach-Colton 2002): chance puts each weight into one of the buckets, with one sign or the other, and a
/// bucket holds the sum. The chance is always the same, so all who look at the same updates see the same.
/// </remarks>
internal sealed class UpdateSketch
{
    private const int Buckets = 1024;
    private const ulong Seed = 0x736B65746368;

    // Of what an update is long its image has as much, give or take 2 %, unless a few large weights cancel each other out.
    private const double LeastTelling = 0.8;

    private readonly ushort[] _places;

    /// <summary>Draws where the weights go.</summary>
    /// <param name="weights">How many weights an update has.</param>
    public UpdateSketch(int weights)
    {
        var random = new SeededRandom(Seed);
        _places = new ushort[weights];
        for (var weight = 0; weight < weights; weight++)
        {
            _places[weight] = (ushort)random.Next(2 * Buckets);
        }
    }

    /// <summary>The image of an update, of length 1; empty where it tells nothing.</summary>
    /// <param name="update">The update.</param>
    /// <param name="norm">Its length; not 0.</param>
    public float[] Of(ReadOnlySpan<float> update, double norm)
    {
        // The second half of the sums is what counts with the other sign.
        Span<double> sums = stackalloc double[2 * Buckets];
        sums.Clear();
        for (var weight = 0; weight < _places.Length; weight++)
        {
            sums[_places[weight]] += update[weight];
        }

        var image = new float[Buckets];
        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            image[bucket] = (float)((sums[bucket] - sums[Buckets + bucket]) / norm);
        }

        var length = FixedSums.Norm(image);
        return length < LeastTelling ? [] : Array.ConvertAll(image, number => (float)(number / length));
    }
}
