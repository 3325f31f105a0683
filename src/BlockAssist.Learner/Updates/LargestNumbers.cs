using System.Runtime.InteropServices;

namespace BlockAssist.Learner.Updates;

/// <summary>Finds the magnitude from which on exactly so many numbers of a row are kept, by counting and without sorting.</summary>
internal sealed class LargestNumbers
{
    private const int LowBits = 15;
    private const uint MagnitudeMask = 0x7FFF_FFFF;

    // The bits of a magnitude are in the order of the magnitudes: 31 of them, the upper 16 counted first.
    private readonly int[] _counts = new int[1 << 16];

    /// <summary>The smallest magnitude that is kept, and how many of those that have exactly it.</summary>
    public (uint Threshold, int Ties) Find(ReadOnlySpan<float> row, int kept)
    {
        var bits = MemoryMarshal.Cast<float, uint>(row);
        Array.Clear(_counts);
        foreach (var value in bits)
        {
            _counts[(value & MagnitudeMask) >> LowBits]++;
        }

        var (upper, missing) = Descend(_counts.Length, kept);
        Array.Clear(_counts);
        foreach (var value in bits)
        {
            if ((value & MagnitudeMask) >> LowBits == upper)
            {
                _counts[value & ((1 << LowBits) - 1)]++;
            }
        }

        var (lower, ties) = Descend(1 << LowBits, missing);
        return ((upper << LowBits) | lower, ties);
    }

    /// <summary>The bin in which the count from the top reaches what is wanted, and how many of that bin are wanted.</summary>
    private (uint Bin, int Missing) Descend(int bins, int wanted)
    {
        var bin = bins - 1;
        while (bin > 0 && _counts[bin] < wanted)
        {
            wanted -= _counts[bin];
            bin--;
        }

        return ((uint)bin, wanted);
    }
}
