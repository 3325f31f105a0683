using System.Buffers.Binary;

namespace BlockAssist.Learner.Updates;

/// <summary>The largest numbers: how many (4 bytes), how long the gaps are (4 bytes), the gaps, and the numbers as in <see cref="BlockPayload"/>.</summary>
/// <remarks>A gap is how many numbers are passed over, seven bits a byte, low ones first. Belongs to one thread.</remarks>
internal sealed class SparsePayload : IPayload
{
    private const int Prefix = 8;
    private const int MaxGapBytes = 5;

    private readonly BlockPayload _numbers = new(halfBytes: false);
    private readonly LargestNumbers _largest = new();
    private float[] _kept = [];

    /// <inheritdoc/>
    public int MaxBytes(int count, int blockSize) => checked(Prefix + (count * MaxGapBytes) + _numbers.MaxBytes(count, blockSize));

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<float> row, UpdateOptions options, Span<byte> to)
    {
        var count = Math.Min(row.Length, (int)Math.Ceiling(row.Length * options.Kept));
        Reserve(count);
        var end = WriteGaps(row, count, to);
        BinaryPrimitives.WriteInt32LittleEndian(to, count);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], end - Prefix);
        return end + _numbers.Write(_kept.AsSpan(0, count), options, to[end..]);
    }

    /// <inheritdoc/>
    public string? Read(ReadOnlySpan<byte> from, int blockSize, Span<float> row)
    {
        var count = from.Length < Prefix ? -1 : BinaryPrimitives.ReadInt32LittleEndian(from);
        var gapBytes = from.Length < Prefix ? -1 : BinaryPrimitives.ReadInt32LittleEndian(from[4..]);
        if (count < 0 || count > row.Length || gapBytes < count || gapBytes > from.Length - Prefix)
        {
            return $"{count} numbers and {gapBytes} bytes of gaps in {from.Length} bytes, expected at most {row.Length} numbers, a byte or more for each gap, and all within the payload";
        }

        Reserve(count);
        var kept = _kept.AsSpan(0, count);
        return _numbers.Read(from[(Prefix + gapBytes)..], blockSize, kept) ?? Spread(from.Slice(Prefix, gapBytes), kept, row);
    }

    private int WriteGaps(ReadOnlySpan<float> row, int count, Span<byte> to)
    {
        var end = Prefix;
        if (count == 0)
        {
            return end;
        }

        var (threshold, ties) = _largest.Find(row, count);
        var next = 0;
        var written = 0;
        for (var i = 0; i < row.Length && written < count; i++)
        {
            var magnitude = Magnitude.Bits(row[i]);
            if (magnitude > threshold || (magnitude == threshold && ties-- > 0))
            {
                end = WriteGap(i - next, to, end);
                _kept[written++] = row[i];
                next = i + 1;
            }
        }

        return end;
    }

    private static int WriteGap(int gap, Span<byte> to, int end)
    {
        for (; gap >= 0x80; gap >>= 7)
        {
            to[end++] = (byte)(gap | 0x80);
        }

        to[end++] = (byte)gap;
        return end;
    }

    private static string? Spread(ReadOnlySpan<byte> gaps, ReadOnlySpan<float> kept, Span<float> row)
    {
        row.Clear();
        var place = -1L;
        var read = 0;
        foreach (var value in kept)
        {
            place += 1 + ReadGap(gaps, ref read);
            if (read > gaps.Length || place >= row.Length)
            {
                return $"a number at {place}, or a gap cut off, expected places below {row.Length}";
            }

            row[(int)place] = value;
        }

        return read == gaps.Length ? null : $"{gaps.Length} bytes of gaps, expected the {read} that the numbers need";
    }

    /// <summary>Reads a gap; one that is cut off ends behind the gaps, one that is too long leads out of every row.</summary>
    private static long ReadGap(ReadOnlySpan<byte> gaps, ref int read)
    {
        var gap = 0L;
        for (var shift = 0; shift < 7 * MaxGapBytes; shift += 7)
        {
            if (read >= gaps.Length)
            {
                read = gaps.Length + 1;
                return gap;
            }

            var part = gaps[read++];
            gap |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return gap;
            }
        }

        return int.MaxValue;
    }

    private void Reserve(int count)
    {
        if (_kept.Length < count)
        {
            _kept = new float[count];
        }
    }
}
