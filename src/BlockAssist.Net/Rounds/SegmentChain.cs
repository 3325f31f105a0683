using System.Buffers.Binary;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>The segments of a lease in a chain of digests: whoever has named its end can change none of them any more.</summary>
/// <remarks>c₀ is the digest of the lease; cₖ = SHA-256("swarm-segment/1" ‖ cₖ₋₁ ‖ state ‖ lessons ‖ loss as four bytes, lowest first).</remarks>
public static class SegmentChain
{
    private const string Purpose = "swarm-segment/1";

    /// <summary>The end of a chain.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="marks">Its segments, in order.</param>
    public static Digest EndOf(Lease lease, IReadOnlyList<SegmentMark> marks)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(marks);
        return marks.Aggregate(lease.Digest(), Next);
    }

    /// <summary>The link after another one.</summary>
    public static Digest Next(Digest link, SegmentMark mark)
    {
        Span<byte> bytes = stackalloc byte[(3 * Digest.Bytes) + sizeof(float)];
        link.CopyTo(bytes);
        mark.State.CopyTo(bytes[Digest.Bytes..]);
        mark.Lessons.CopyTo(bytes[(2 * Digest.Bytes)..]);
        BinaryPrimitives.WriteSingleLittleEndian(bytes[(3 * Digest.Bytes)..], mark.Loss);
        return Digest.Of(Purpose, bytes);
    }
}
