using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Simulations.Clocks;

/// <summary>Chance of one entity of a simulation, distributed as lines, machines and people are.</summary>
/// <remarks>Made with logarithms and cosines, so not the same to the last bit on every kind of machine.</remarks>
/// <param name="seed">Fixes it.</param>
internal sealed class Draws(ulong seed)
{
    private readonly SeededRandom _random = new(seed);

    /// <summary>From 0 up to 1.</summary>
    public double Share() => _random.NextDouble();

    /// <summary>Whether something of a probability happens; nothing is drawn where it cannot.</summary>
    public bool Happens(double probability) => probability > 0 && Share() < probability;

    /// <summary>One of so many.</summary>
    public int OneOf(int count) => _random.Next(count);

    /// <summary>Mean 0, spread 1.</summary>
    public double Normal() => _random.NextNormal();

    /// <summary>The logarithm is distributed normally.</summary>
    /// <param name="median">Half are above.</param>
    /// <param name="spread">Of the logarithm.</param>
    public double LogNormal(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>As long as sessions are: with a shape below 1 many short ones and few very long ones.</summary>
    public TimeSpan Weibull(TimeSpan scale, double shape) => scale * Math.Pow(-Math.Log(1 - Share()), 1 / shape);

    /// <summary>The time until something that happens every so often, at any moment alike.</summary>
    public TimeSpan Until(TimeSpan mean) => mean * -Math.Log(1 - Share());

    /// <summary>Bytes that nobody could foresee who does not know the seed.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var at = 0; at < count; at++)
        {
            bytes[at] = (byte)_random.Next(1 << 8);
        }

        return bytes;
    }

    /// <summary>The chance of another entity.</summary>
    public Draws Fork() => new(_random.NextUInt64());
}
