using System.Runtime.InteropServices;

namespace BlockAssist.Learner.Updates;

/// <summary>A byte or half a byte for each number: the scales of all blocks, then the codes of all numbers.</summary>
/// <param name="halfBytes">Whether half a byte is all there is.</param>
internal sealed class BlockPayload(bool halfBytes) : IPayload
{
    private const int ByteLimit = 127;
    private const int HalfByteLimit = 7;
    private const int LargestBlock = 1024;

    /// <inheritdoc/>
    public int MaxBytes(int count, int blockSize) => checked((BlockScale.Blocks(count, blockSize) * BlockScale.Bytes) + CodeBytes(count));

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<float> row, UpdateOptions options, Span<byte> to)
    {
        Span<sbyte> scratch = stackalloc sbyte[LargestBlock];
        var codes = to[(BlockScale.Blocks(row.Length, options.BlockSize) * BlockScale.Bytes)..];
        for (int start = 0, block = 0; start < row.Length; start += options.BlockSize, block++)
        {
            var values = row.Slice(start, Math.Min(options.BlockSize, row.Length - start));
            var factor = BlockScale.Write(values, halfBytes ? HalfByteLimit : ByteLimit, to[(block * BlockScale.Bytes)..]);
            if (halfBytes)
            {
                BlockCodes.Round(values, factor, scratch);
                Nibbles.Pack(scratch[..values.Length], codes[(start / 2)..]);
            }
            else
            {
                BlockCodes.Round(values, factor, MemoryMarshal.Cast<byte, sbyte>(codes[start..]));
            }
        }

        return MaxBytes(row.Length, options.BlockSize);
    }

    /// <inheritdoc/>
    public string? Read(ReadOnlySpan<byte> from, int blockSize, Span<float> row)
    {
        if (from.Length != MaxBytes(row.Length, blockSize))
        {
            return $"{from.Length} bytes of payload, expected {MaxBytes(row.Length, blockSize)}";
        }

        Span<sbyte> scratch = stackalloc sbyte[LargestBlock];
        var codes = from[(BlockScale.Blocks(row.Length, blockSize) * BlockScale.Bytes)..];
        for (int start = 0, block = 0; start < row.Length; start += blockSize, block++)
        {
            var values = row.Slice(start, Math.Min(blockSize, row.Length - start));
            var scale = BlockScale.Read(from[(block * BlockScale.Bytes)..]);
            if (halfBytes)
            {
                Nibbles.Unpack(codes[(start / 2)..], scratch[..values.Length]);
                BlockCodes.Multiply(scratch[..values.Length], scale, values);
            }
            else
            {
                BlockCodes.Multiply(MemoryMarshal.Cast<byte, sbyte>(codes.Slice(start, values.Length)), scale, values);
            }
        }

        return null;
    }

    private int CodeBytes(int count) => halfBytes ? Nibbles.Bytes(count) : count;
}
