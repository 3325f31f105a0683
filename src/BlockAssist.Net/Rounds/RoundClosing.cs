using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Rounds;

/// <summary>Says at the end of a round what came of it, and of each who took part.</summary>
/// <param name="terms">The round's terms.</param>
/// <param name="participants">All who took a lease.</param>
/// <param name="weights">How much each counted in the merge.</param>
/// <param name="slanderers">Who has lost a challenge.</param>
/// <param name="play">The play of theirs that was new.</param>
/// <param name="clips">The clips that were shared.</param>
internal sealed class RoundClosing(
    RoundTerms terms,
    IReadOnlyList<Participant> participants,
    IReadOnlyDictionary<PeerId, double> weights,
    IReadOnlyCollection<PeerId> slanderers,
    IReadOnlyList<CountedPlay> play,
    IReadOnlyList<SharedClip> clips)
{
    private readonly CreditShares _shares = new(terms.Budget);
    private readonly ILookup<PeerId, int> _built = play.ToLookup(counted => counted.Peer, counted => counted.Play.Built);

    /// <summary>The record.</summary>
    /// <param name="merge">What was merged; null where nothing was, and then nobody is credited for training.</param>
    /// <param name="candidate">The merged model.</param>
    /// <param name="gate">What the gate said of it. Verified work is credited whether it passed or not.</param>
    public RoundRecord Of(MergeResult? merge, BlobId candidate, GateResult? gate)
    {
        var isPromoted = gate is { IsPassed: true };
        var amounts = merge is null ? new Dictionary<PeerId, double>() : _shares.OfTrainers(
            participants.Where(one => one.IsRunning).ToDictionary(one => one.Lease.Peer, one => (one.Commitment!.Segments, one.Gain, _built[one.Lease.Peer].Sum())));
        return new RoundRecord(
            terms,
            isPromoted ? candidate : terms.Base,
            isPromoted,
            merge,
            gate,
            [.. participants.Select(one => LineOf(one, amounts))],
            _shares.OfVerifiers(FindingsThatStood(), participants.Sum(one => one.Commitment?.Segments ?? 0)),
            [.. participants.Where(one => one.Fault == CreditReason.Refuted).Select(one => one.Lease.Peer)])
        {
            Slanderers = [.. slanderers],
            Play = play,
            Clips = clips,
        };
    }

    private CreditLine LineOf(Participant one, IReadOnlyDictionary<PeerId, double> amounts) => new(
        one.Lease.Peer,
        one.Reason,
        amounts.GetValueOrDefault(one.Lease.Peer),
        one.Commitment?.Segments ?? 0,
        one.Commitment?.Examples ?? 0,
        one.Gain,
        weights.GetValueOrDefault(one.Lease.Peer))
    {
        Built = _built[one.Lease.Peer].Sum(),
    };

    private Dictionary<PeerId, double> FindingsThatStood()
    {
        var standing =
            from one in participants
            from check in one.Checks.Values
            from finding in check.Outcomes
            where finding.Value == check.Outcome && check.Outcome != ReplayOutcome.Undecided && !slanderers.Contains(finding.Key)
            select finding.Key;
        return standing.GroupBy(verifier => verifier).ToDictionary(group => group.Key, group => (double)group.Count());
    }
}
