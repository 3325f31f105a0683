using System.Runtime.InteropServices;

namespace BlockAssist.Learner.Updates;

/// <summary>Single precision in four planes: the lowest bytes of all numbers first, for alike bytes pack better.</summary>
internal sealed class SinglePayload : IPayload
{
    /// <inheritdoc/>
    public int MaxBytes(int count, int blockSize) => checked(count * sizeof(float));

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<float> row, UpdateOptions options, Span<byte> to)
    {
        var bits = MemoryMarshal.Cast<float, uint>(row);
        var count = row.Length;
        Span<byte> low = to[..count], second = to.Slice(count, count), third = to.Slice(2 * count, count), high = to.Slice(3 * count, count);
        for (var i = 0; i < bits.Length; i++)
        {
            low[i] = (byte)bits[i];
            second[i] = (byte)(bits[i] >> 8);
            third[i] = (byte)(bits[i] >> 16);
            high[i] = (byte)(bits[i] >> 24);
        }

        return MaxBytes(count, 0);
    }

    /// <inheritdoc/>
    public string? Read(ReadOnlySpan<byte> from, int blockSize, Span<float> row)
    {
        var count = row.Length;
        if (from.Length != MaxBytes(count, 0))
        {
            return $"{from.Length} bytes of payload, expected {MaxBytes(count, 0)}";
        }

        var bits = MemoryMarshal.Cast<float, uint>(row);
        ReadOnlySpan<byte> low = from[..count], second = from.Slice(count, count), third = from.Slice(2 * count, count), high = from.Slice(3 * count, count);
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] = low[i] | ((uint)second[i] << 8) | ((uint)third[i] << 16) | ((uint)high[i] << 24);
        }

        return null;
    }
}
