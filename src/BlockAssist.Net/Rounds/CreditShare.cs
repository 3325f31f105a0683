using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What a round brought a peer, and whether it lost what it had.</summary>
/// <param name="Round">The round.</param>
/// <param name="Reason">Why it is credited for training, or is not; null where it had no lease.</param>
/// <param name="Trained">What it is credited for training.</param>
/// <param name="Verified">What it is credited for verifying.</param>
/// <param name="Fault">What it was found to have done, refuted or slandered; null where it was not.</param>
public sealed record CreditShare(ulong Round, CreditReason? Reason, double Trained, double Verified, CreditReason? Fault)
{
    /// <summary>A peer's share of a round.</summary>
    public static CreditShare Of(RoundRecord record, PeerId peer)
    {
        ArgumentNullException.ThrowIfNull(record);
        var line = record.Credits.FirstOrDefault(line => line.Peer == peer);
        return Of(record, line, peer, record.Refuted.Contains(peer), record.Slanderers.Contains(peer));
    }

    /// <summary>The shares of all whom a round's record names.</summary>
    public static IEnumerable<(PeerId Peer, CreditShare Share)> AllOf(RoundRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var lines = record.Credits.DistinctBy(line => line.Peer).ToDictionary(line => line.Peer);
        var (refuted, slanderers) = (record.Refuted.ToHashSet(), record.Slanderers.ToHashSet());
        return lines.Keys.Union(record.Verifications.Keys).Union(refuted).Union(slanderers)
            .Select(peer => (peer, Of(record, lines.GetValueOrDefault(peer), peer, refuted.Contains(peer), slanderers.Contains(peer))));
    }

    private static CreditShare Of(RoundRecord record, CreditLine? line, PeerId peer, bool isRefuted, bool hasSlandered) => new(
        record.Terms.Number,
        line?.Reason,
        line?.Amount ?? 0,
        record.Verifications.GetValueOrDefault(peer),
        isRefuted ? CreditReason.Refuted : hasSlandered ? CreditReason.Slandered : null);
}
