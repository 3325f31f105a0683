using System.Buffers.Binary;

namespace BlockAssist.Learner.Updates;

/// <summary>The scale of a block: the upper half of a single, so that it takes two bytes and has a single's range.</summary>
internal static class BlockScale
{
    /// <summary>How many bytes it takes.</summary>
    public const int Bytes = 2;

    /// <summary>Blocks whose largest number is smaller than this count as zero: their scale would lose its bits.</summary>
    public const float Smallest = 1e-30f;

    /// <summary>How many blocks a row has.</summary>
    public static int Blocks(int count, int blockSize) => (int)(((long)count + blockSize - 1) / blockSize);

    /// <summary>Writes the scale by which the codes of a block, up to <paramref name="limit"/>, become its numbers.</summary>
    /// <returns>What to multiply the numbers by to get the codes.</returns>
    public static float Write(ReadOnlySpan<float> block, int limit, Span<byte> to)
    {
        var largest = Magnitude.Largest(block);
        if (largest < Smallest)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(to, 0);
            return 0;
        }

        // Rounded up, so that no code goes beyond the limit.
        var upper = (BitConverter.SingleToUInt32Bits(largest / limit) + 0xFFFF) >> 16;
        BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)upper);
        return 1 / BitConverter.UInt32BitsToSingle(upper << 16);
    }

    /// <summary>Reads a scale.</summary>
    public static float Read(ReadOnlySpan<byte> from) => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(from) << 16);
}
