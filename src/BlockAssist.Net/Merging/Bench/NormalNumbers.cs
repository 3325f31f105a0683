using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Merging.Bench;

/// <summary>Random numbers with the mean 0 and the spread 1, distributed normally (Box and Muller 1958).</summary>
/// <remarks>Made with logarithms and cosines, so not the same to the last bit everywhere.</remarks>
/// <param name="seed">Fixes them.</param>
internal sealed class NormalNumbers(ulong seed)
{
    private readonly SeededRandom _random = new(seed);

    /// <summary>The next one.</summary>
    public double Next() => _random.NextNormal();

    /// <summary>The next ones, in a row.</summary>
    public float[] Row(int length)
    {
        var row = new float[length];
        for (var place = 0; place < length; place++)
        {
            row[place] = (float)Next();
        }

        return row;
    }
}
