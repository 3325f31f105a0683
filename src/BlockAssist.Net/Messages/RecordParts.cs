using BlockAssist.Net.Gates;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What came of a round in a message, and back.</summary>
internal static class RecordParts
{
    public static Wire.Record ToWire(this RoundRecord record) => new()
    {
        Terms = record.Terms.ToWire(),
        Model = record.Model.ToWire(),
        Promoted = record.IsPromoted,
        Merge = record.Merge?.ToWire(),
        Gate = record.Gate?.ToWire(),
        Credits = { record.Credits.Select(ToWire) },
        Verifications = { record.Verifications.Select(paid => new Wire.Paid { Peer = paid.Key.ToWire(), Amount = paid.Value }) },
        Refuted = { record.Refuted.Select(peer => peer.ToWire()) },
        Slanderers = { record.Slanderers.Select(peer => peer.ToWire()) },
        Play = { record.Play.Select(PlayParts.ToWire) },
        Clips = { record.Clips.Select(ClipParts.ToWire) },
    };

    public static RoundRecord ToRecord(this Wire.Record record) => new(
        record.Terms.Needed().ToTerms(),
        record.Model.ToBlob(),
        record.Promoted,
        record.Merge?.ToMerge(),
        record.Gate?.ToGate(),
        [.. record.Credits.Select(ToLine)],
        record.Verifications.DistinctBy(paid => paid.Peer).ToDictionary(paid => paid.Peer.ToPeer(), paid => paid.Amount.ToNumber()),
        [.. record.Refuted.Select(peer => peer.ToPeer())])
    {
        Slanderers = [.. record.Slanderers.Select(peer => peer.ToPeer())],
        Play = [.. record.Play.Select(PlayParts.ToCounted)],
        Clips = record.Clips.ToClips(ClipLimits.MostOfRecord),
    };

    public static Wire.Merge ToWire(this MergeResult merge) => new()
    {
        Rule = merge.Rule,
        Norm = merge.Norm,
        Rate = merge.Step.Rate,
        Momentum = merge.Step.Momentum,
        Gain = merge.Gain,
        ModelMomentum = merge.Momentum?.ToWire() ?? ByteString.Empty,
        Peers = { merge.Peers.Select(one => new Wire.MergedPeer { Weight = one.Weight, Norm = one.Norm, Kept = one.Kept, Agreement = one.Agreement }) },
    };

    public static MergeResult ToMerge(this Wire.Merge merge) =>
        new(
            merge.Rule.ToName(),
            merge.Norm.ToNumber(),
            [.. merge.Peers.Select(one => new MergedPeer(one.Weight.ToNumber(), one.Norm.ToNumber(), one.Kept.ToNumber(), one.Agreement.ToNumber()))])
        {
            Step = new OuterStep(merge.Rate.ToNumber(), merge.Momentum.ToNumber()),
            Gain = merge.Gain.ToNumber(),
            Momentum = merge.ModelMomentum.IsEmpty ? null : merge.ModelMomentum.ToBlob(),
        };

    public static Wire.Gate ToWire(this GateResult gate) => new()
    {
        Candidate = gate.Candidate,
        Current = gate.Current,
        Verdict = (uint)gate.Verdict,
        Pairs = (uint)gate.Pairs,
        Mean = gate.Mean,
        Curve = { gate.Curve },
        Regressions = { gate.Regressions.Select(one => new Wire.Regression { Model = one.Model, Pairs = (uint)one.Pairs, Mean = one.Mean, Error = one.Error }) },
    };

    public static GateResult ToGate(this Wire.Gate gate) => new(
        gate.Candidate.ToName(),
        gate.Current.ToName(),
        gate.Verdict.ToEnum<GateVerdict>(),
        gate.Pairs.ToCount(),
        gate.Mean.ToNumber(),
        [.. gate.Curve.Select(WireValues.ToNumber)],
        [.. gate.Regressions.Select(one => new Regression(one.Model.ToName(), one.Pairs.ToCount(), one.Mean.ToNumber(), one.Error.ToNumber()))]);

    private static Wire.Credit ToWire(CreditLine line) => new()
    {
        Peer = line.Peer.ToWire(),
        Reason = (uint)line.Reason,
        Amount = line.Amount,
        Segments = (uint)line.Segments,
        Examples = (ulong)line.Examples,
        Gain = line.Gain,
        Weight = line.Weight,
        Built = (uint)line.Built,
    };

    private static CreditLine ToLine(Wire.Credit line) => new(
        line.Peer.ToPeer(),
        line.Reason.ToEnum<CreditReason>(),
        line.Amount.ToNumber(),
        line.Segments.ToCount(),
        line.Examples.ToCount(),
        line.Gain.ToNumber(),
        line.Weight.ToNumber())
    {
        Built = line.Built.ToCount(),
    };
}
