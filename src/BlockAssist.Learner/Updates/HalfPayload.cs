using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BlockAssist.Learner.Updates;

/// <summary>Half precision: a common scale, a power of two, then the low bytes of all numbers and the high bytes of all.</summary>
/// <remarks>The scale lifts the largest number to just below half precision's end, so that small updates keep all their bits.</remarks>
internal sealed class HalfPayload : IPayload
{
    private const int ScaleBytes = sizeof(float);
    private const int Chunk = 512;
    private const int LargestExponent = 15;

    /// <inheritdoc/>
    public int MaxBytes(int count, int blockSize) => checked(ScaleBytes + (count * 2));

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<float> row, UpdateOptions options, Span<byte> to)
    {
        var scale = ScaleOf(row);
        BinaryPrimitives.WriteSingleLittleEndian(to, scale);
        Span<byte> low = to.Slice(ScaleBytes, row.Length), high = to.Slice(ScaleBytes + row.Length, row.Length);
        Span<float> scaled = stackalloc float[Chunk];
        Span<Half> halves = stackalloc Half[Chunk];
        for (var start = 0; start < row.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, row.Length - start);
            TensorPrimitives.Multiply(row.Slice(start, length), 1 / scale, scaled[..length]);
            TensorPrimitives.ConvertToHalf(scaled[..length], halves[..length]);
            Split(MemoryMarshal.Cast<Half, ushort>(halves[..length]), low.Slice(start, length), high.Slice(start, length));
        }

        return MaxBytes(row.Length, 0);
    }

    /// <inheritdoc/>
    public string? Read(ReadOnlySpan<byte> from, int blockSize, Span<float> row)
    {
        if (from.Length != MaxBytes(row.Length, 0))
        {
            return $"{from.Length} bytes of payload, expected {MaxBytes(row.Length, 0)}";
        }

        var scale = BinaryPrimitives.ReadSingleLittleEndian(from);
        ReadOnlySpan<byte> low = from.Slice(ScaleBytes, row.Length), high = from.Slice(ScaleBytes + row.Length, row.Length);
        Span<Half> halves = stackalloc Half[Chunk];
        for (var start = 0; start < row.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, row.Length - start);
            Join(low.Slice(start, length), high.Slice(start, length), MemoryMarshal.Cast<Half, ushort>(halves[..length]));
            TensorPrimitives.ConvertToSingle(halves[..length], row.Slice(start, length));
        }

        TensorPrimitives.Multiply(row, scale, row);
        return null;
    }

    private static float ScaleOf(ReadOnlySpan<float> row)
    {
        var largest = Magnitude.Largest(row);
        return largest < BlockScale.Smallest ? 1 : MathF.ScaleB(1, Math.ILogB(largest) + 1 - LargestExponent);
    }

    private static void Split(ReadOnlySpan<ushort> halves, Span<byte> low, Span<byte> high)
    {
        for (var i = 0; i < halves.Length; i++)
        {
            low[i] = (byte)halves[i];
            high[i] = (byte)(halves[i] >> 8);
        }
    }

    private static void Join(ReadOnlySpan<byte> low, ReadOnlySpan<byte> high, Span<ushort> halves)
    {
        for (var i = 0; i < halves.Length; i++)
        {
            halves[i] = (ushort)(low[i] | (high[i] << 8));
        }
    }
}
