using System.Buffers.Binary;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What a peer is to train in a round.</summary>
/// <param name="Peer">Who.</param>
/// <param name="Round">In which round.</param>
/// <param name="Segments">How many segments.</param>
/// <param name="StepsASegment">How many steps each has.</param>
/// <param name="Seed">Fixes what the peer learns from: so nobody picks what is easy, and whoever replays it knows it.</param>
public sealed record Lease(PeerId Peer, ulong Round, int Segments, int StepsASegment, ulong Seed)
{
    private const string Purpose = "swarm-lease/1";
    private const int Bytes = PeerId.Bytes + 24;

    /// <summary>The digest of the lease; where the chain of its segments begins.</summary>
    public Digest Digest()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        Peer.CopyTo(bytes);
        var rest = bytes[PeerId.Bytes..];
        BinaryPrimitives.WriteUInt64LittleEndian(rest, Round);
        BinaryPrimitives.WriteInt32LittleEndian(rest[8..], Segments);
        BinaryPrimitives.WriteInt32LittleEndian(rest[12..], StepsASegment);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[16..], Seed);
        return Identities.Digest.Of(Purpose, bytes);
    }
}
