using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What a referee is to decide in a message, and back.</summary>
internal static class CaseParts
{
    private const uint Comparing = 1;
    private const uint Stepping = 2;
    private const uint Judging = 3;

    public static Wire.Case ToWire(this Judge judge)
    {
        var wire = new Wire.Case { Segment = judge.Segment.ToWire(), Challenger = judge.Segment.Verifier.ToWire(), Device = judge.Device };
        switch (judge.Task)
        {
            case CompareStates states:
                (wire.Task, wire.Step, wire.First, wire.Second) = (Comparing, (uint)states.Step, states.Trainer.ToWire(), states.Challenger.ToWire());
                break;
            case MakeStep step:
                (wire.Task, wire.Step, wire.First, wire.Second) = (Stepping, (uint)step.Step, ToWire(step.From), ToWire(step.To));
                break;
            case JudgeSegment segment:
                (wire.Task, wire.Subject) = (Judging, (uint)segment.Subject);
                break;
            default:
                throw new ArgumentException($"{judge.Task} is nothing for a referee", nameof(judge));
        }

        return wire;
    }

    public static Judge ToJudge(this Wire.Case wire) => new(wire.Segment.Needed().ToAsk(wire.Challenger.ToPeer()), wire.Device.ToName(), TaskOf(wire));

    private static DisputeTask TaskOf(Wire.Case wire) => wire.Task switch
    {
        Comparing => new CompareStates(wire.Step.ToCount(), wire.First.ToBlob(), wire.Second.ToBlob()),
        Stepping => new MakeStep(wire.Step.ToCount(), ToState(wire.First), ToState(wire.Second)),
        Judging => new JudgeSegment(wire.Subject.ToEnum<ReplaySubject>()),
        _ => throw new FormatException($"{wire.Task} is nothing for a referee"),
    };

    private static ByteString ToWire(BlobId? state) => state?.ToWire() ?? ByteString.Empty;

    private static BlobId? ToState(ByteString bytes) => bytes.IsEmpty ? null : bytes.ToBlob();
}
