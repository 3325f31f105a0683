using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Messages;

/// <summary>Leases, commitments and marks in messages, and back.</summary>
internal static class RoundParts
{
    public static Wire.Lease ToWire(this Lease lease) => new()
    {
        Peer = lease.Peer.ToWire(),
        Round = lease.Round,
        Segments = (uint)lease.Segments,
        StepsASegment = (uint)lease.StepsASegment,
        Seed = lease.Seed,
    };

    public static Lease ToLease(this Wire.Lease lease) =>
        new(lease.Peer.ToPeer(), lease.Round, lease.Segments.ToCount(), lease.StepsASegment.ToCount(), lease.Seed);

    public static Wire.Commit ToWire(this Commitment commitment) => new()
    {
        Chain = commitment.Chain.ToWire(),
        Segments = (uint)commitment.Segments,
        Update = commitment.Update.ToWire(),
        UpdateBytes = (ulong)commitment.Bytes,
        Examples = (ulong)commitment.Examples,
        Device = commitment.Device,
    };

    public static Commitment ToCommitment(this Wire.Commit commit) => new(
        commit.Chain.ToDigest(),
        commit.Segments.ToCount(),
        commit.Update.ToBlob(),
        commit.UpdateBytes.ToCount(),
        commit.Examples.ToCount(),
        commit.Device.ToName());

    public static IEnumerable<Wire.Mark> ToWire(this IEnumerable<SegmentMark> marks) =>
        marks.Select(mark => new Wire.Mark { State = mark.State.ToWire(), Lessons = mark.Lessons.ToWire(), Loss = mark.Loss });

    public static IReadOnlyList<SegmentMark> ToMarks(this IEnumerable<Wire.Mark> marks) =>
        [.. marks.Select(mark => new SegmentMark(
            mark.State.ToDigest(), mark.Lessons.ToDigest(), float.IsFinite(mark.Loss) ? mark.Loss : throw new FormatException("a loss that is no number")))];

    public static Wire.AskReplay ToWire(this AskToReplay ask) => new()
    {
        Lease = ask.Lease.ToWire(),
        Segment = (uint)ask.Segment,
        Commit = ask.Commitment.ToWire(),
        Marks = { ask.Marks.ToWire() },
        Evidence = ask.Evidence.ToWire(),
    };

    public static AskToReplay ToAsk(this Wire.AskReplay ask, PeerId verifier) => new(
        verifier, ask.Lease.Needed().ToLease(), ask.Segment.ToCount(), ask.Commit.Needed().ToCommitment(), ask.Marks.ToMarks(), ask.Evidence.ToBlob());

    public static Wire.Outcome ToWire(this ReplayOutcome outcome) => outcome switch
    {
        ReplayOutcome.Same => Wire.Outcome.Same,
        ReplayOutcome.Different => Wire.Outcome.Different,
        _ => Wire.Outcome.Undecided,
    };

    public static ReplayOutcome ToOutcome(this Wire.Outcome outcome) => outcome switch
    {
        Wire.Outcome.Same => ReplayOutcome.Same,
        Wire.Outcome.Different => ReplayOutcome.Different,
        Wire.Outcome.Undecided => ReplayOutcome.Undecided,
        _ => throw new FormatException($"{outcome} is no outcome"),
    };
}
