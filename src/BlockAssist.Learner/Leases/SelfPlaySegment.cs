using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>A sound segment that learns from its own play.</summary>
/// <remarks>
/// Where two machines differ by one bit they draw another action one day, and from there on all is different: so only those of one class of
/// device can say that a segment is wrong.
/// </remarks>
/// <param name="course">Makes its steps.</param>
/// <param name="before">Where it starts.</param>
/// <param name="steps">How many steps it has.</param>
/// <param name="end">The hash of where it is said to end.</param>
/// <param name="isOwnClass">Whether it was trained on a machine of the verifier's class.</param>
/// <param name="isUpdate">Whether the update is what is between the base and where the segment ends; always so where the lease goes on after it.</param>
/// <param name="device">What computes.</param>
internal sealed class SelfPlaySegment(SelfPlayCourse course, LeaseMoment before, int steps, string end, bool isOwnClass, Func<LeaseMoment, bool> isUpdate, Device device) : ISoundSegment
{
    /// <inheritdoc/>
    public LeaseStates States => course.States;

    /// <inheritdoc/>
    public LeaseMoment Before => before;

    /// <inheritdoc/>
    public LeaseFinding Replay(CancellationToken cancellation)
    {
        var found = Compare(before, steps, end, out var reached, cancellation);
        return found.Outcome == LeaseOutcome.Same && !isUpdate(reached!)
            ? new LeaseFinding(LeaseOutcome.Different, "the update is not what is between the base and the end of the lease") { Subject = LeaseSubject.Evidence }
            : found;
    }

    /// <inheritdoc/>
    public LeaseMoment After(int steps, CancellationToken cancellation) => Run(before, steps, cancellation);

    /// <inheritdoc/>
    public LeaseFinding MakeStep(int number, LeaseMoment from, LeaseMoment? to, CancellationToken cancellation) => Compare(from, 1, to?.Hash() ?? end, out _, cancellation);

    private LeaseFinding Compare(LeaseMoment from, int count, string expected, out LeaseMoment? reached, CancellationToken cancellation)
    {
        reached = null;
        try
        {
            reached = Run(from, count, cancellation);
            return reached.Hash() == expected ? new LeaseFinding(LeaseOutcome.Same, "the same bits") { Subject = LeaseSubject.Steps }
                : isOwnClass ? new LeaseFinding(LeaseOutcome.Different, "other bits, on the same class of device") { Subject = LeaseSubject.Steps }
                : new LeaseFinding(LeaseOutcome.Undecided, "self-play of another class of device comes to other bits") { Subject = LeaseSubject.Steps };
        }
        catch (TrainingException error)
        {
            return new LeaseFinding(LeaseOutcome.Different, error.Message) { Subject = LeaseSubject.Evidence };
        }
    }

    private LeaseMoment Run(LeaseMoment from, int count, CancellationToken cancellation)
    {
        using var run = course.GoOn(from, count, device);
        for (var step = 0; step < count; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step();
        }

        return run.Now();
    }
}
