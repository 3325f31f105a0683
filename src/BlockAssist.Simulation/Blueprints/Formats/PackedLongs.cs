using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Numbers of a fixed count of bits, one after the other in 64-bit words; a number may begin in one word and end in the next.</summary>
internal static class PackedLongs
{
    /// <summary>How many bits a number needs so that it can name each entry of a palette; never fewer than 2.</summary>
    public static int BitsFor(int paletteCount)
    {
        var bits = 2;
        while (1L << bits < paletteCount)
        {
            bits++;
        }

        return bits;
    }

    /// <summary>How many words hold so many numbers.</summary>
    public static long WordsFor(long count, int bits) => ((count * bits) + 63) / 64;

    /// <summary>One number from big-endian words.</summary>
    public static int Read(ReadOnlySpan<byte> words, long index, int bits)
    {
        var firstBit = index * bits;
        var word = (int)(firstBit / 64);
        var shift = (int)(firstBit % 64);
        var value = BinaryPrimitives.ReadUInt64BigEndian(words[(word * 8)..]) >> shift;
        if (shift + bits > 64)
        {
            value |= BinaryPrimitives.ReadUInt64BigEndian(words[((word + 1) * 8)..]) << (64 - shift);
        }

        return (int)(value & ((1UL << bits) - 1));
    }

    /// <summary>Writes one number into words that are zero there.</summary>
    public static void Write(Span<long> words, long index, int bits, int value)
    {
        var firstBit = index * bits;
        var word = (int)(firstBit / 64);
        var shift = (int)(firstBit % 64);
        words[word] |= (long)value << shift;
        if (shift + bits > 64)
        {
            words[word + 1] |= (long)value >> (64 - shift);
        }
    }
}
