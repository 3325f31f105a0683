using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Episodes;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Verification;

/// <summary>Makes the steps of a segment again and compares.</summary>
/// <remarks>A segment may be anybody's: what is wrong with it comes back as a reason, and its work is bounded. Belongs to one thread.</remarks>
/// <param name="data">The verifier's own demonstrations.</param>
/// <param name="limits">How much it takes upon itself.</param>
/// <param name="own">What it computes on.</param>
/// <param name="device">The device that is.</param>
public sealed class SegmentReplay(DemonstrationSet data, SegmentLimits limits, DeviceClass own, Device device)
{
    private readonly SegmentData _data = new(data);

    /// <summary>How far an honest update may be off, by whoever claims it and its number of steps; null where nobody knows.</summary>
    /// <remarks>Is not asked about the verifier's own class: there, nothing may differ.</remarks>
    public Func<TrainingSegment, double?> Tolerance { get; init; } = _ => null;

    /// <summary>Replays a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="start">The file of the checkpoint where it starts.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    public ReplayVerdict Replay(TrainingSegment segment, string start, CancellationToken cancellation)
    {
        try
        {
            return Replay(segment, weights => TrainingMoment.Of(CheckpointFile.Load(start, segment.Start), weights, start), cancellation);
        }
        catch (IOException error)
        {
            return new ReplayVerdict(ReplayOutcome.Refused, error.Message);
        }
    }

    /// <summary>Replays a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="start">Reads the moment where it starts, of a network with these weights.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <exception cref="IOException">The verifier's own files cannot be read: nothing is said of the segment.</exception>
    public ReplayVerdict Replay(TrainingSegment segment, Func<IReadOnlyList<WeightShape>, TrainingMoment> start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(segment);
        ArgumentNullException.ThrowIfNull(start);
        if ((limits.Complaint(segment) ?? _data.Complaint(segment)) is { } complaint)
        {
            return new ReplayVerdict(ReplayOutcome.Refused, complaint);
        }

        try
        {
            return Compare(segment, start, cancellation);
        }
        catch (Exception error) when (error is ArtifactFormatException or EpisodeFormatException or TrainingException)
        {
            return new ReplayVerdict(ReplayOutcome.Refused, error.Message);
        }
    }

    /// <summary>Where some steps of a segment lead.</summary>
    /// <param name="segment">A segment that can be replayed.</param>
    /// <param name="before">Where it starts.</param>
    /// <param name="steps">How many of its steps are made.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    internal TrainingMoment After(TrainingSegment segment, TrainingMoment before, int steps, CancellationToken cancellation)
    {
        using var run = new SegmentRun(new HumanNetwork(segment.NetworkOptions), segment.TrainingOptions, before, device);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step(Minibatch.Load(_data.WindowsOf(segment, step), segment.TrainingOptions.Length));
        }

        return run.Now();
    }

    private ReplayVerdict Compare(TrainingSegment segment, Func<IReadOnlyList<WeightShape>, TrainingMoment> start, CancellationToken cancellation)
    {
        var network = new HumanNetwork(segment.NetworkOptions);
        var before = start(network.Weights());
        if (before.Step != segment.FirstStep)
        {
            return new ReplayVerdict(ReplayOutcome.Refused, $"its checkpoint is at step {before.Step}, not {segment.FirstStep}");
        }

        var claimed = Claimed(segment, before.Weights.Length);
        var after = After(segment, before, segment.Steps, cancellation);
        var difference = UpdateDifference.Of(claimed, after.ChangeSince(before));
        return double.IsFinite(difference)
            ? Judge(segment, difference, after.Hash() == segment.End)
            : new ReplayVerdict(ReplayOutcome.Refused, "its steps lead to no finite weights");
    }

    /// <summary>The claimed update. One that lost something on its way into bytes cannot be told from a false one.</summary>
    private static float[] Claimed(TrainingSegment segment, int count)
    {
        const string Name = "its update";
        if (UpdateCodec.ReadHeader(segment.Update.Span, Name).Format != UpdateFormat.F32)
        {
            throw new ArtifactFormatException(Name, "header", "numbers that were shortened", "single precision");
        }

        var claimed = new float[count];
        using var codec = new UpdateCodec();
        codec.Decode(segment.Update.Span, claimed, segment.Start, Name);
        return claimed;
    }

    private ReplayVerdict Judge(TrainingSegment segment, double difference, bool isSameEnd)
    {
        if (isSameEnd && difference == 0)
        {
            return new ReplayVerdict(ReplayOutcome.Exact, "the same bits", difference, 0);
        }

        var tolerance = segment.Class == own ? 0 : Tolerance(segment);
        return tolerance switch
        {
            null => new ReplayVerdict(ReplayOutcome.Undecided, "nothing was measured between its class and ours, of its recipe and length", difference),
            0 when difference == 0 => new ReplayVerdict(ReplayOutcome.Different, "the update is the same but the state is not", difference, tolerance),
            0 => new ReplayVerdict(ReplayOutcome.Different, "other bits, on the same class of device", difference, tolerance),
            _ when difference <= tolerance => new ReplayVerdict(ReplayOutcome.Close, "as close as honest ones are", difference, tolerance),
            _ => new ReplayVerdict(ReplayOutcome.Different, "further off than honest ones are", difference, tolerance),
        };
    }
}
