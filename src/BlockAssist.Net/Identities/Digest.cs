using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BlockAssist.Net.Identities;

/// <summary>The SHA-256 of a purpose and bytes: all that our keys ever sign.</summary>
/// <remarks>
/// The purpose comes first, in ASCII, so that what was signed for one purpose is of no use for another. No purpose may be the
/// beginning of another one.
/// </remarks>
public readonly record struct Digest
{
    /// <summary>How many bytes a digest has.</summary>
    public const int Bytes = 32;

    private const int LongestPurpose = 64;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    /// <summary>A digest that is known already.</summary>
    public Digest(ReadOnlySpan<byte> digest)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(digest.Length, Bytes);
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));
    }

    /// <summary>The digest of bytes, for a purpose of at most 64 letters.</summary>
    public static Digest Of(string purpose, ReadOnlySpan<byte> bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(purpose.Length, LongestPurpose);
        Span<byte> start = stackalloc byte[purpose.Length];
        Encoding.ASCII.GetBytes(purpose, start);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start);
        hash.AppendData(bytes);
        Span<byte> digest = stackalloc byte[Bytes];
        hash.GetHashAndReset(digest);
        return new Digest(digest);
    }

    /// <summary>Reads 64 hexadecimal digits; false if they are none.</summary>
    public static bool TryParse(string? text, out Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        var read = text is { Length: 2 * Bytes } && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        digest = read ? new Digest(bytes) : default;
        return read;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], _low);
    }

    /// <summary>64 small hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
