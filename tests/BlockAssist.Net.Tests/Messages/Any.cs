using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Episodes.Screening;
using CsCheck;

namespace BlockAssist.Net.Tests.Messages;

/// <summary>Generators of all that can be said.</summary>
internal static class Any
{
    public static readonly Gen<PeerId> Peer = Gen.Byte.Array[PeerId.Bytes].Select(bytes => new PeerId(bytes));
    public static readonly Gen<Digest> Digest = Gen.Byte.Array[Net.Identities.Digest.Bytes].Select(bytes => new Digest(bytes));
    public static readonly Gen<BlobId> Blob = Digest.Select(digest => new BlobId(digest));
    public static readonly Gen<int> Count = Gen.Int[0, int.MaxValue];
    public static readonly Gen<double> Number = Gen.OneOf(Gen.Double[-1e300, 1e300], Gen.Const(0.0), Gen.Const(double.MaxValue), Gen.Const(double.Epsilon));
    public static readonly Gen<string> Name = Gen.Char[' ', '~'].Array[0, 60].Select(letters => new string(letters));
    public static readonly Gen<DateTimeOffset> Time = Gen.Long[0, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()].Select(DateTimeOffset.FromUnixTimeMilliseconds);

    public static readonly Gen<Lease> Lease =
        from peer in Peer
        from round in Gen.ULong
        from segments in Count
        from steps in Count
        from seed in Gen.ULong
        select new Lease(peer, round, segments, steps, seed);

    public static readonly Gen<Commitment> Commitment =
        from chain in Digest
        from segments in Count
        from update in Blob
        from bytes in Gen.Long[0, long.MaxValue]
        from examples in Gen.Long[0, long.MaxValue]
        from device in Name
        select new Commitment(chain, segments, update, bytes, examples, device);

    public static readonly Gen<SegmentMark> Mark =
        from state in Digest
        from lessons in Digest
        from loss in Gen.Float[-1e30f, 1e30f]
        select new SegmentMark(state, lessons, loss);

    public static readonly Gen<PlayPrint?> Print =
        Gen.OneOf(Gen.Const((PlayPrint?)null), Gen.Byte.Array[PlayPrint.Bytes].Select(bytes => (PlayPrint?)PlayPrint.FromBytes(bytes)));

    public static readonly Gen<PlaySeen> Play =
        from file in Digest
        from counts in Count.Array[2]
        from isPersons in Gen.Bool
        from print in Print
        select new PlaySeen(file, counts[0], counts[1], isPersons, print);

    public static readonly Gen<ReplayFinding> Finding =
        from outcome in Gen.Enum<ReplayOutcome>()
        from difference in Number
        from subject in Gen.Enum<ReplaySubject>()
        from device in Name
        from play in Play.Array[0, 5]
        select new ReplayFinding(outcome, "", difference) { Subject = subject, Device = device, Play = play };

    public static readonly Gen<AskToReplay> Replay =
        from verifier in Peer
        from lease in Lease
        from segment in Count
        from commitment in Commitment
        from marks in Mark.Array[0, 20]
        from evidence in Blob
        select new AskToReplay(verifier, lease, segment, commitment, marks, evidence);

    public static readonly Gen<DisputeTask> Dispute = Gen.OneOf<DisputeTask>(
        Count.Select(Blob, Blob, (step, one, other) => new CompareStates(step, one, other)),
        Count.Select(Blob, Blob, (step, from, to) => new MakeStep(step, from, to)),
        Count.Select(step => new MakeStep(step, null, null)),
        Gen.Enum<ReplaySubject>().Select(subject => new JudgeSegment(subject)));

    public static readonly Gen<Judge> Judge = Replay.Select(Name, Dispute, (segment, device, task) => new Judge(segment, device, task));

    public static readonly Gen<RoundTerms> Terms =
        from number in Gen.ULong
        from of in Digest.Array[3]
        from times in Time.Array[4]
        from counts in Count.Array[4]
        from patience in Gen.Int[0, 86_400_000]
        from budget in Number
        select new RoundTerms
        {
            Number = number,
            Base = new BlobId(of[0]),
            Recipe = of[1],
            Secret = of[2],
            Opens = times[0],
            CommitBy = times[1],
            RevealBy = times[2],
            VerifyBy = times[3],
            StepsASegment = counts[0],
            MostSegments = counts[1],
            MostLeases = counts[2],
            FewestReveals = counts[3],
            Patience = TimeSpan.FromMilliseconds(patience),
            Budget = budget,
        };

    public static readonly Gen<MergeResult> Merge =
        from rule in Name
        from norm in Number
        from peers in Number.Array[4].Select(of => new MergedPeer(of[0], of[1], of[2], of[3])).Array[0, 5]
        from step in Number.Array[3]
        from momentum in Gen.OneOf(Gen.Const((BlobId?)null), Blob.Select(blob => (BlobId?)blob))
        select new MergeResult(rule, norm, peers) { Step = new OuterStep(step[0], step[1]), Gain = step[2], Momentum = momentum };

    public static readonly Gen<GateResult> Gate =
        from names in Name.Array[3]
        from verdict in Gen.Enum<GateVerdict>()
        from pairs in Count
        from mean in Number
        from curve in Number.Array[0, 20]
        from regressions in Number.Array[2].Select(Count, (of, count) => new Regression(names[2], count, of[0], of[1])).Array[0, 3]
        select new GateResult(names[0], names[1], verdict, pairs, mean, curve, regressions);

    public static readonly Gen<CreditLine> Credit =
        from peer in Peer
        from reason in Gen.Enum<CreditReason>()
        from of in Number.Array[3]
        from segments in Count
        from examples in Gen.Long[0, long.MaxValue]
        from built in Count
        select new CreditLine(peer, reason, of[0], segments, examples, of[1], of[2]) { Built = built };

    public static readonly Gen<SharedClip> Clip =
        from peer in Peer
        from file in Blob
        from of in Digest.Array[2]
        from counts in Count.Array[2]
        from print in Print
        select new SharedClip(peer, file, of[0], of[1], counts[0], counts[1]) { Print = print };

    public static readonly Gen<RoundRecord> Record =
        from terms in Terms
        from model in Blob
        from isPromoted in Gen.Bool
        from merge in Gen.OneOf(Gen.Const((MergeResult?)null), Merge.Select(merge => (MergeResult?)merge))
        from gate in Gen.OneOf(Gen.Const((GateResult?)null), Gate.Select(gate => (GateResult?)gate))
        from credits in Credit.Array[0, 5]
        from paid in Numbered(Number)
        from refuted in Peer.Array[0, 3]
        from slanderers in Peer.Array[0, 3]
        from play in Peer.Select(Play, (peer, play) => new CountedPlay(peer, play)).Array[0, 3]
        from clips in Clip.Array[0, 3]
        select new RoundRecord(terms, model, isPromoted, merge, gate, credits, paid, refuted) { Slanderers = slanderers, Play = play, Clips = clips };

    public static readonly Gen<RoundOpening> Opening =
        from terms in Terms
        from secret in Gen.Byte.Array[Beacon.SecretBytes]
        from known in Numbered(Count)
        from banned in Peer.Array[0, 3]
        from verifiers in Peer.Array[0, 3]
        from lineage in Blob.Array[0, 5]
        from counts in Count.Array[2]
        from shares in Number.Array[2]
        from momenta in Blob.Select(Blob).Array[0, 3]
        select new RoundOpening(
            terms, secret, new Roster { VerifiedRounds = known, Banned = banned.ToHashSet(), Verifiers = verifiers, Coordinator = default(PeerId) }, lineage)
        {
            Trust = new TrustPolicy { Probation = counts[0], TrustedAfter = counts[1], UsualShare = shares[0], TrustedShare = shares[1] },
            Momenta = momenta,
        };

    public static Gen<Dictionary<PeerId, T>> Numbered<T>(Gen<T> gen) =>
        Peer.Select(gen, KeyValuePair.Create).Array[0, 5].Select(pairs => pairs.DistinctBy(pair => pair.Key).ToDictionary());
}
