using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>What a round leaves to the next one.</summary>
internal static class Succession
{
    // More than a node lists of its models.
    private const int MostMomenta = 64;

    /// <summary>What is known of peers after a round.</summary>
    /// <param name="round">The round; null before the first.</param>
    /// <param name="hub">Who coordinates.</param>
    /// <param name="options">What the coordinator goes by.</param>
    public static Roster RosterAfter(HubRound? round, PeerId hub, CoordinatorOptions options)
    {
        var record = round?.Round.Record;
        var verified = round is null ? [] : round.Opening.Roster.VerifiedRounds.ToDictionary();
        foreach (var line in record?.Credits ?? [])
        {
            if (line.Reason is CreditReason.Verified or CreditReason.Trusted)
            {
                verified[line.Peer] = verified.GetValueOrDefault(line.Peer) + 1;
            }
            else if (line.Reason == CreditReason.NoEvidence && verified.TryGetValue(line.Peer, out var rounds))
            {
                // Silence may be a cut line: it costs trust, and not the name.
                verified[line.Peer] = Math.Min(rounds, options.Trust.Probation);
            }
        }

        // Whose word is the coordinator's own is its operator's to judge.
        var slanderers = (record?.Slanderers ?? []).Except(options.Verifiers().Append(hub));
        var banned = (round?.Opening.Roster.Banned ?? new HashSet<PeerId>()).Union(record?.Refuted ?? []).Union(slanderers).ToHashSet();
        foreach (var peer in banned)
        {
            verified.Remove(peer);
        }

        var known = (record?.Credits ?? []).Where(line => line.Reason != CreditReason.NotCommitted).Select(line => line.Peer)
            .Where(peer => verified.GetValueOrDefault(peer) >= options.Trust.Probation);
        return new Roster
        {
            VerifiedRounds = verified,
            Banned = banned,
            Verifiers = [.. known.Concat(options.Verifiers()).Distinct()],
            Coordinator = hub,
        };
    }

    /// <summary>The models that were promoted, with the one that the next round begins with.</summary>
    public static IReadOnlyList<BlobId> LineageAfter(HubRound? round, BlobId next)
    {
        var before = round?.Opening.Lineage ?? [];
        return before.Count > 0 && before[^1] == next ? before : [.. before, next];
    }

    /// <summary>The momentum of the models that may be gone back to. The next round begins without one that is nowhere any more: nobody could merge with it.</summary>
    /// <param name="round">The round; null before the first.</param>
    /// <param name="next">The model that the next one begins with.</param>
    /// <param name="options">What the coordinator goes by.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IReadOnlyList<(BlobId Model, BlobId Momentum)>> MomentaAfterAsync(HubRound? round, BlobId next, CoordinatorOptions options, CancellationToken cancellation)
    {
        List<(BlobId Model, BlobId Momentum)> momenta = [.. round?.Opening.Momenta ?? []];
        if (round?.Round.Record is { IsPromoted: true, Model: var model, Merge.Momentum: { } promoted })
        {
            momenta.RemoveAll(one => one.Model == model);
            momenta.Add((model, promoted));
        }

        var at = momenta.FindIndex(one => one.Model == next);
        if (at >= 0 && await options.LengthOf(momenta[at].Momentum, cancellation).ConfigureAwait(false) is null)
        {
            momenta.RemoveAt(at);
        }

        return [.. momenta.TakeLast(MostMomenta)];
    }
}
