using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>Makes weights better at lessons.</summary>
/// <remarks>
/// A step depends on nothing but the state, the options and the lesson: the seed of what is dropped is the step's own.
/// So a training that was killed goes on as if nothing had happened, and a stretch of it can be replayed by others.
/// </remarks>
public sealed class Trainer(TrainingOptions options, TrainingState state, Device device)
{
    /// <summary>Makes one step.</summary>
    /// <exception cref="TrainingException">The loss is not a number.</exception>
    public TrainingStep Step(ILesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        using var scope = NewDisposeScope();
        random.manual_seed((long)(options.Seed * 1_000_003) + state.Step);
        var outcome = lesson.Measure(state.Weights, options.Bfloat16 ? ScalarType.BFloat16 : ScalarType.Float32, device);
        outcome.Loss.backward();
        var measured = outcome.Loss.Number();
        if (!float.IsFinite(measured))
        {
            throw new TrainingException($"step {state.Step}: the loss is {measured}, expected a number");
        }

        var rate = options.RateAt(state.Step);
        var norm = state.Optimizer.Step(rate, options.Clip);
        state.Average(options.Averaging);
        state.Step++;
        return new TrainingStep(state.Step, measured, outcome.Accuracy.Number(), rate, norm, lesson.Turns);
    }
}
