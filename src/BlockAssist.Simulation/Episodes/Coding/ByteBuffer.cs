using System.Buffers.Binary;
using System.Text;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Bytes in the making; keeps its memory when it is cleared.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; valid until the next change, but beyond <see cref="Clear"/>.</summary>
    public ReadOnlySpan<byte> Content => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public void RemoveLast() => Length--;

    public void Byte(byte value)
    {
        if (Length == _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * Length);
        }

        _bytes[Length++] = value;
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>An unsigned number: seven bits a byte, low ones first.</summary>
    public void UInt(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    /// <summary>A signed number, folded so that small ones stay small.</summary>
    public void Int(long value) => UInt((ulong)((value << 1) ^ (value >> 63)));

    public void Bits32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(4), value);

    public void Bits64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Room(8), value);

    public void Bits128(UInt128 value)
    {
        Bits64((ulong)value);
        Bits64((ulong)(value >> 64));
    }

    public void Double(double value) => Bits64(BitConverter.DoubleToUInt64Bits(value));

    /// <summary>The length in bytes, then UTF-8.</summary>
    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        UInt((ulong)length);
        Encoding.UTF8.GetBytes(value, Room(length));
    }

    private Span<byte> Room(int count)
    {
        if (Length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
