using System.Buffers.Binary;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>How much work is leased to a peer: as much as it can surely do by the end.</summary>
/// <param name="terms">The round's terms.</param>
public sealed class LeasePlan(RoundTerms terms)
{
    // Of the time that is left; the rest is for what else the machine has to do, and for sending.
    private const double UsedShare = 0.7;
    private const string SeedPurpose = "swarm-lease-seed/1";

    /// <summary>The lease for a peer.</summary>
    /// <param name="peer">Who.</param>
    /// <param name="stepsASecond">How fast it trains, as measured.</param>
    /// <param name="now">When.</param>
    /// <returns>The lease; null if not one segment could be done in time.</returns>
    public Lease? For(PeerId peer, double stepsASecond, DateTimeOffset now)
    {
        var steps = stepsASecond * (terms.CommitBy - now).TotalSeconds * UsedShare;
        var segments = double.IsNaN(steps) ? 0 : (int)Math.Clamp(steps / terms.StepsASegment, 0, terms.MostSegments);
        return segments == 0 ? null : new Lease(peer, terms.Number, segments, terms.StepsASegment, SeedOf(peer));
    }

    // What is learnt from follows from peer, round and recipe: it is the same lease however often it is asked for.
    private ulong SeedOf(PeerId peer)
    {
        Span<byte> bytes = stackalloc byte[PeerId.Bytes + sizeof(ulong) + Digest.Bytes];
        peer.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[PeerId.Bytes..], terms.Number);
        terms.Recipe.CopyTo(bytes[(PeerId.Bytes + sizeof(ulong))..]);
        Span<byte> digest = stackalloc byte[Digest.Bytes];
        Digest.Of(SeedPurpose, bytes).CopyTo(digest);
        return BinaryPrimitives.ReadUInt64LittleEndian(digest);
    }
}
