using System.Numerics;

namespace BlockAssist.Simulation.Voxels;

/// <summary>Random numbers that a seed fixes for ever: on every machine, under every version of .NET.</summary>
/// <remarks>
/// xoshiro256** 1.0 by David Blackman and Sebastiano Vigna (public domain, prng.di.unimi.it), its state filled from the
/// seed by their SplitMix64, as they advise. Bounded numbers by Daniel Lemire's "Fast Random Integer Generation in an
/// Interval" (2019), so they are exactly uniform. Not for secrets. Belongs to one thread.
/// </remarks>
public sealed class SeededRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The generator of a seed; neighbouring seeds are unrelated.</summary>
    public SeededRandom(ulong seed)
    {
        var state = seed;
        _s0 = SplitMix64(ref state);
        _s1 = SplitMix64(ref state);
        _s2 = SplitMix64(ref state);
        _s3 = SplitMix64(ref state);
    }

    /// <summary>A generator in a given state, not all zero.</summary>
    internal SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        ArgumentOutOfRangeException.ThrowIfZero(s0 | s1 | s2 | s3);
        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    /// <summary>The generator of one of many things that a seed fixes, each by its number.</summary>
    public static SeededRandom Numbered(ulong seed, long number) => new(seed ^ ((ulong)number * Golden));

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from 0 up to, but not including, <paramref name="max"/>, each equally likely.</summary>
    public int Next(int max)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max);
        var bound = (uint)max;
        var product = Next32() * bound;
        if ((uint)product < bound)
        {
            // 2³² mod bound: products that end below it would be drawn once too often.
            var threshold = (0u - bound) % bound;
            while ((uint)product < threshold)
            {
                product = Next32() * bound;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>A number from <paramref name="min"/> up to, but not including, <paramref name="max"/>, each equally likely.</summary>
    public int Next(int min, int max) => min + Next(checked(max - min));

    /// <summary>A number from 0 up to, but not including, 1: a multiple of 2⁻⁵³, each equally likely.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next number with the mean 0 and the spread 1, distributed normally (Box and Muller 1958).</summary>
    /// <remarks>Made with a logarithm and a cosine, so not the same to the last bit on every kind of machine.</remarks>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Puts the items into a random order, each order equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Next(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    /// <summary>A generator of its own, fixed by this one's state; how much either draws later does not touch the other.</summary>
    public SeededRandom Fork() => new(NextUInt64());

    private ulong Next32() => NextUInt64() >> 32;

    internal static ulong SplitMix64(ref ulong state)
    {
        state += Golden;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
