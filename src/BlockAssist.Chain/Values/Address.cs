using System.Buffers.Binary;

namespace BlockAssist.Chain.Values;

/// <summary>Who has an account: a person's key, or a contract.</summary>
public readonly record struct Address
{
    /// <summary>How many bytes one has.</summary>
    public const int Bytes = 20;

    private readonly UInt128 _high;
    private readonly uint _low;

    /// <summary>One whose 20 bytes are known.</summary>
    public Address(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Bytes);
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]));
    }

    /// <summary>The last 20 bytes of a hash.</summary>
    internal static Address EndOf(Hash32 hash)
    {
        Span<byte> bytes = stackalloc byte[Hash32.Bytes];
        hash.CopyTo(bytes);
        return new Address(bytes[^Bytes..]);
    }

    /// <summary>Reads 0x and 40 hexadecimal digits; where some of their letters are large and some small, they are a checksum, which must be right.</summary>
    /// <returns>False if they are none.</returns>
    public static bool TryParse(string? text, out Address address)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        address = default;
        if (text is null || !Hex.TryFill(text, bytes))
        {
            return false;
        }

        var told = new Address(bytes);
        if (IsMixed(text.AsSpan(Hex.Prefix.Length)) && text != told.ToString())
        {
            return false;
        }

        address = told;
        return true;
    }

    /// <summary>Reads 0x and 40 hexadecimal digits, whose checksum must be right if they have one.</summary>
    /// <exception cref="ChainFormatException">They are none.</exception>
    public static Address Parse(string? text) => TryParse(text, out var address)
        ? address
        : throw new ChainFormatException($"'{Hex.Shown(text)}' is no address; expected 0x and {2 * Bytes} hexadecimal digits, whose checksum is right if letters are large and small");

    /// <summary>Writes the 20 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[16..], _low);
    }

    /// <summary>The 20 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Bytes];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>0x and 40 hexadecimal digits; which letters are large is a checksum (EIP-55).</summary>
    public override string ToString()
    {
        var digits = Convert.ToHexStringLower(ToArray()).ToCharArray();
        Span<byte> hash = stackalloc byte[Hash32.Bytes];
        Keccak256.Of(new string(digits)).CopyTo(hash);
        for (var i = 0; i < digits.Length; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 0xF;
            digits[i] = nibble >= 8 ? char.ToUpperInvariant(digits[i]) : digits[i];
        }

        return "0x" + new string(digits);
    }

    private static bool IsMixed(ReadOnlySpan<char> digits) =>
        digits.ContainsAnyInRange('a', 'f') && digits.ContainsAnyInRange('A', 'F');
}
