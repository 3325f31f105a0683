using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>A sound segment that learns from demonstrations.</summary>
/// <param name="states">Its states as files.</param>
/// <param name="evidence">The evidence.</param>
/// <param name="before">Where it starts.</param>
/// <param name="replay">Makes its steps.</param>
/// <param name="scratch">Where the episodes of the evidence are.</param>
internal sealed class ImitationSegment(LeaseStates states, LeaseEvidence evidence, LeaseMoment before, SegmentReplay replay, string scratch) : ISoundSegment
{
    private TrainingSegment Claimed => evidence.Segment;

    /// <inheritdoc/>
    public LeaseStates States => states;

    /// <inheritdoc/>
    public LeaseMoment Before => before;

    /// <inheritdoc/>
    public LeaseFinding Replay(CancellationToken cancellation)
    {
        var found = Found(replay.Replay(Claimed, _ => before.Training, cancellation));
        return found.Outcome == LeaseOutcome.Same ? found with { Play = new EvidenceEpisodes(evidence, scratch).Seen() } : found;
    }

    /// <inheritdoc/>
    public LeaseMoment After(int steps, CancellationToken cancellation) => new(replay.After(Claimed, before.Training, steps, cancellation));

    /// <inheritdoc/>
    public LeaseFinding MakeStep(int number, LeaseMoment from, LeaseMoment? to, CancellationToken cancellation)
    {
        to ??= states.Read(evidence.End.ToArray(), "end");
        var (change, batch) = (to.Training.ChangeSince(from.Training), Claimed.TrainingOptions.Batch);
        if (!UpdateCodec.Holds(change))
        {
            return new LeaseFinding(LeaseOutcome.Different, "a state that it showed cannot be read");
        }

        using var codec = new UpdateCodec();
        var one = Claimed with
        {
            FirstStep = from.Training.Step,
            Steps = 1,
            Windows = [.. Claimed.Windows.Skip(number * batch).Take(batch)],
            End = to.Hash(),
            Update = codec.Encode(change, new UpdateOptions(UpdateFormat.F32), Claimed.Start),
        };
        return Found(replay.Replay(one, _ => from.Training, cancellation));
    }

    private static LeaseFinding Found(ReplayVerdict verdict) => new(
        verdict.Outcome switch
        {
            ReplayOutcome.Exact or ReplayOutcome.Close => LeaseOutcome.Same,
            ReplayOutcome.Undecided => LeaseOutcome.Undecided,
            _ => LeaseOutcome.Different,
        },
        verdict.Reason,
        verdict.Difference ?? 0)
    {
        // Who cannot make the steps has no states of them to show.
        Subject = verdict.Outcome == ReplayOutcome.Refused ? LeaseSubject.Evidence : LeaseSubject.Steps,
    };
}
