using System.Buffers.Binary;
using NSec.Cryptography;

namespace BlockAssist.Net.Identities;

/// <summary>Who a peer is: its public Ed25519 key.</summary>
/// <remarks>
/// As text it is a libp2p peer id: base58btc of <c>00 24 08 01 12 20</c> (a multihash that is the bytes themselves, around a
/// protobuf key of type Ed25519) and the key; 52 letters that begin with <c>12D3KooW</c>. One key has one text. Peers are in the order of
/// their keys' bytes, which is the order of their texts as well.
/// </remarks>
public readonly record struct PeerId : IComparable<PeerId>
{
    /// <summary>How many bytes a key has.</summary>
    public const int Bytes = 32;

    /// <summary>How many letters its text has.</summary>
    public const int Letters = 52;

    private const string Start = "12D3KooW";
    private const int MostShown = 60;

    private static readonly byte[] Prefix = [0x00, 0x24, 0x08, 0x01, 0x12, 0x20];

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    /// <summary>The peer with a public key.</summary>
    /// <param name="key">The 32 bytes of the key as in RFC 8032.</param>
    public PeerId(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Bytes);
        (_high, _low) = (BinaryPrimitives.ReadUInt128BigEndian(key), BinaryPrimitives.ReadUInt128BigEndian(key[16..]));
    }

    /// <summary>Reads the text of a peer id.</summary>
    /// <exception cref="IdentityException">It is none.</exception>
    public static PeerId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var id) ? id : throw new IdentityException($"{WhatIsWrong(text)}; expected {Letters} letters that begin with {Start}");
    }

    /// <summary>Reads the text of a peer id; false if it is none.</summary>
    public static bool TryParse(string? text, out PeerId id)
    {
        Span<byte> bytes = stackalloc byte[Prefix.Length + Bytes];
        var read = text is { Length: Letters } && Base58.TryDecode(text, bytes) && bytes.StartsWith(Prefix);
        id = read ? new PeerId(bytes[Prefix.Length..]) : default;
        return read;
    }

    /// <summary>Writes the 32 bytes of the key.</summary>
    public void CopyTo(Span<byte> key)
    {
        BinaryPrimitives.WriteUInt128BigEndian(key, _high);
        BinaryPrimitives.WriteUInt128BigEndian(key[16..], _low);
    }

    /// <summary>Compares the bytes of the keys, the first one that differs deciding.</summary>
    public int CompareTo(PeerId other) => (_high, _low).CompareTo((other._high, other._low));

    /// <summary>Whether this peer signed the digest. A key that is no point of the curve, or one of its few weak ones, signed nothing.</summary>
    public bool HasSigned(Digest digest, ReadOnlySpan<byte> signature)
    {
        Span<byte> bytes = stackalloc byte[Bytes + Digest.Bytes];
        CopyTo(bytes);
        digest.CopyTo(bytes[Bytes..]);
        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes[..Bytes], KeyBlobFormat.RawPublicKey, out var key)
            && key is not null
            && SignatureAlgorithm.Ed25519.Verify(key, bytes[Bytes..], signature);
    }

    /// <summary>The text.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Prefix.Length + Bytes];
        Prefix.CopyTo(bytes);
        CopyTo(bytes[Prefix.Length..]);
        return Base58.Encode(bytes);
    }

    /// <summary>Whether one comes before the other.</summary>
    public static bool operator <(PeerId one, PeerId other) => one.CompareTo(other) < 0;

    /// <summary>Whether one comes before the other or is the same.</summary>
    public static bool operator <=(PeerId one, PeerId other) => one.CompareTo(other) <= 0;

    /// <summary>Whether one comes after the other.</summary>
    public static bool operator >(PeerId one, PeerId other) => one.CompareTo(other) > 0;

    /// <summary>Whether one comes after the other or is the same.</summary>
    public static bool operator >=(PeerId one, PeerId other) => one.CompareTo(other) >= 0;

    private static string WhatIsWrong(string text) => text switch
    {
        _ when text.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0 => "a peer id has no blanks and no foreign letters",
        { Length: > MostShown } => $"a text of {text.Length} letters is no peer id",
        _ when text.FirstOrDefault(letter => !Base58.Has(letter)) is not '\0' and var letter => $"'{text}' is no peer id: it has a '{letter}', which base58 has not",
        { Length: not Letters } => $"'{text}' is no peer id: it has {text.Length} letters",
        _ => $"'{text}' is no peer id of an Ed25519 key",
    };
}
