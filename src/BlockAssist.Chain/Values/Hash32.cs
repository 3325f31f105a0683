using System.Buffers.Binary;

namespace BlockAssist.Chain.Values;

/// <summary>32 bytes that stand for something: the hash of a block, a transaction, a contribution.</summary>
public readonly record struct Hash32
{
    /// <summary>How many bytes one has.</summary>
    public const int Bytes = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    /// <summary>One whose 32 bytes are known.</summary>
    public Hash32(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Bytes);
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));
    }

    /// <summary>Reads 0x and 64 hexadecimal digits; false if they are none.</summary>
    public static bool TryParse(string? text, out Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        var read = text is not null && Hex.TryFill(text, bytes);
        hash = read ? new Hash32(bytes) : default;
        return read;
    }

    /// <summary>Reads 0x and 64 hexadecimal digits.</summary>
    /// <exception cref="ChainFormatException">They are none.</exception>
    public static Hash32 Parse(string? text) =>
        TryParse(text, out var hash) ? hash : throw new ChainFormatException($"'{Hex.Shown(text)}' is no hash; expected 0x and {2 * Bytes} hexadecimal digits");

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], _low);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Bytes];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>0x and 64 small hexadecimal digits.</summary>
    public override string ToString() => Hex.Of(ToArray());
}
