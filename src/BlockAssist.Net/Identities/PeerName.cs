using System.Buffers.Binary;
using System.Globalization;

namespace BlockAssist.Net.Identities;

/// <summary>A name that people can say for a peer: <c>brisk-otter-04821</c>.</summary>
/// <remarks>
/// Of the digest of the key for the purpose <c>blockassist/name/1</c>, the first byte chooses the adjective, the second the
/// animal, and the next eight, as a number with the high byte first, modulo 100,000 the digits: 6.55 billion names. Among 100
/// peers two share a name with odds of 1 in 1.3 million, among 10,000 with 0.8 %. It is for people only: who wants to can make
/// keys until one has the name of somebody else. What decides is the <see cref="PeerId"/>.
/// </remarks>
public static class PeerName
{
    private const string Purpose = "blockassist/name/1";
    private const ulong Numbers = 100_000;

    /// <summary>The name of a peer; the same everywhere and for ever.</summary>
    public static string Of(PeerId id)
    {
        Span<byte> bytes = stackalloc byte[PeerId.Bytes];
        id.CopyTo(bytes);
        Digest.Of(Purpose, bytes).CopyTo(bytes);
        var number = BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]) % Numbers;
        return string.Create(CultureInfo.InvariantCulture, $"{PeerNameWords.Adjectives[bytes[0]]}-{PeerNameWords.Animals[bytes[1]]}-{number:D5}");
    }
}
