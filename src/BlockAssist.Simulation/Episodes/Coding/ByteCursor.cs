using System.Buffers.Binary;
using System.Text;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>A walk over foreign bytes: nothing outside them is read, nothing is taken for granted.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>How many bytes were taken.</summary>
    public int Position { get; private set; }

    public readonly int Left => _bytes.Length - Position;

    public byte Byte() => Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > Left)
        {
            throw new InvalidDataException($"the payload ends {count - Left} bytes too early");
        }

        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    public ulong UInt()
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number of more than ten bytes");
    }

    /// <summary>A number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public int UInt(string name, int min, int max)
    {
        var value = UInt();
        return value >= (ulong)min && value <= (ulong)max
            ? (int)value
            : throw new InvalidDataException($"{name} {value}, expected {min} to {max}");
    }

    public long Int()
    {
        var folded = UInt();
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    public int Int32(string name)
    {
        var value = Int();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new InvalidDataException($"{name} {value}, expected 32 bits");
    }

    public uint Bits32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong Bits64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    public UInt128 Bits128()
    {
        var low = Bits64();
        return new UInt128(Bits64(), low);
    }

    /// <summary>A number that is neither infinite nor none.</summary>
    public double Double(string name)
    {
        var value = BitConverter.UInt64BitsToDouble(Bits64());
        return double.IsFinite(value) ? value : throw new InvalidDataException($"{name} {value}, expected a finite number");
    }

    public string Text(string name, int maxBytes)
    {
        var length = UInt($"length of {name}", 0, maxBytes);
        try
        {
            return StrictUtf8.GetString(Bytes(length));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{name} is not UTF-8");
        }
    }
}
