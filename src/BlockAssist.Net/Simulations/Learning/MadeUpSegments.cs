using System.Buffers.Binary;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Steps of training that come to a digest: of the state before, the lease's seed and the step's place. Whoever makes them again comes to the same.</summary>
internal static class MadeUpSegments
{
    /// <summary>The state in which training from a model begins.</summary>
    public static Digest Start(BlobId model)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes];
        model.Digest.CopyTo(bytes);
        return Digest.Of("simulated/start/", bytes);
    }

    /// <summary>The state after some steps of a segment.</summary>
    /// <param name="from">The state before the first of them.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="segment">Which segment.</param>
    /// <param name="first">Which step is the first.</param>
    /// <param name="steps">How many.</param>
    public static Digest After(Digest from, Lease lease, int segment, int first, int steps)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes + sizeof(ulong) + sizeof(int) + sizeof(int)];
        for (var step = first; step < first + steps; step++)
        {
            from.CopyTo(bytes);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[Digest.Bytes..], lease.Seed);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(Digest.Bytes + sizeof(ulong))..], segment);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(Digest.Bytes + sizeof(ulong) + sizeof(int))..], step);
            from = Digest.Of("simulated/step/", bytes);
        }

        return from;
    }

    /// <summary>The marks of segments that are trained.</summary>
    /// <param name="from">The state before the first one.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="segments">How many.</param>
    public static IEnumerable<SegmentMark> Marks(Digest from, Lease lease, int segments)
    {
        for (var segment = 0; segment < segments; segment++)
        {
            from = After(from, lease, segment, 0, lease.StepsASegment);
            yield return MarkOf(from, segment);
        }
    }

    /// <summary>The mark of a segment that ends in a state.</summary>
    public static SegmentMark MarkOf(Digest state, int segment) => new(state, state, 1f / (segment + 1));

    /// <summary>Where a segment begins, by what its trainer revealed.</summary>
    public static Digest BeginOf(BlobId model, AskToReplay ask) => ask.Segment == 0 ? Start(model) : ask.Marks[ask.Segment - 1].State;

    /// <summary>Whether a segment leads where its trainer says.</summary>
    public static bool IsTrue(BlobId model, AskToReplay ask) =>
        After(BeginOf(model, ask), ask.Lease, ask.Segment, 0, ask.Lease.StepsASegment) == ask.Marks[ask.Segment].State;

    /// <summary>Decides what a dispute has come to.</summary>
    public static Ruling Rule(BlobId model, Judge judge) => judge.Task switch
    {
        CompareStates states => states.Trainer == states.Challenger ? Ruling.Agree : Ruling.Disagree,
        MakeStep step => IsTrue(model, judge.Segment, step) ? Ruling.ForTrainer : Ruling.ForChallenger,
        _ => IsTrue(model, judge.Segment) ? Ruling.ForTrainer : Ruling.ForChallenger,
    };

    private static bool IsTrue(BlobId model, AskToReplay ask, MakeStep step) =>
        After(step.From?.Digest ?? BeginOf(model, ask), ask.Lease, ask.Segment, step.Step, 1) == (step.To?.Digest ?? ask.Marks[ask.Segment].State);
}
