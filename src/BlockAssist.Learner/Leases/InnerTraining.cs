using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>The steps of a lease in memory, without its folder and its marks: what a peer does between two merges.</summary>
/// <remarks>Belongs to one thread; one more prepares lessons.</remarks>
/// <param name="network">The network.</param>
/// <param name="lessons">What is learnt from.</param>
/// <param name="options">How, and over how many steps the rate falls.</param>
public sealed class InnerTraining(HumanNetwork network, ILessons lessons, TrainingOptions options)
{
    private readonly TrainingStage _stage = new("inner", lessons, options);

    /// <summary>Makes steps.</summary>
    /// <param name="from">Where from; its step says which lessons come next.</param>
    /// <param name="steps">How many.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <exception cref="TrainingException">A loss is not a number.</exception>
    public TrainingMoment Advance(TrainingMoment from, int steps, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(from);
        using var feed = new LessonFeed(_stage, from.Step, from.Step + steps);
        using var run = new SegmentRun(network, options, from, CPU);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step(feed.Next());
        }

        return run.Now();
    }
}
