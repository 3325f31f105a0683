using System.Buffers.Binary;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Rounds;

/// <summary>Draws by the beacon which segments are trained again, and by whom.</summary>
/// <param name="beacon">The beacon.</param>
public sealed class ChallengeDraw(Digest beacon)
{
    private const string Purpose = "swarm-draw/1";

    /// <summary>Which segments of a peer are challenged.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="segments">How many it did.</param>
    /// <param name="share">What share of them; one at least of a peer that must be seen.</param>
    /// <param name="mustBeSeen">Whether chance may pass it by.</param>
    /// <returns>Their numbers, from 0, rising.</returns>
    public IReadOnlyList<int> SegmentsOf(PeerId peer, int segments, double share, bool mustBeSeen)
    {
        var random = RandomFor(peer, "segments");
        var drawn = Enumerable.Range(0, segments).Where(_ => random.NextDouble() < share).ToList();
        return drawn.Count > 0 || !mustBeSeen || segments == 0 ? drawn : [(int)(random.NextDouble() * segments)];
    }

    /// <summary>In which order verifiers are asked about a peer: the first two, and the next one where they do not agree or one does not answer.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="verifiers">Who can verify; the peer itself is left out.</param>
    public IReadOnlyList<PeerId> VerifiersOf(PeerId peer, IEnumerable<PeerId> verifiers)
    {
        var random = RandomFor(peer, "verifiers");
        return [.. verifiers
            .Where(verifier => verifier != peer)
            .Order()
            .Select(verifier => (verifier, Place: random.NextDouble()))
            .OrderBy(one => one.Place)
            .Select(one => one.verifier)];
    }

    private SeededRandom RandomFor(PeerId peer, string what)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes + PeerId.Bytes];
        beacon.CopyTo(bytes);
        peer.CopyTo(bytes[Digest.Bytes..]);
        Span<byte> digest = stackalloc byte[Digest.Bytes];
        Digest.Of($"{Purpose}/{what}/", bytes).CopyTo(digest);
        return new SeededRandom(BinaryPrimitives.ReadUInt64LittleEndian(digest));
    }
}
