using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>Lessons that are never learnt: how bad weights are at them shows whether they know more than what they learnt from.</summary>
/// <param name="lessons">The lessons.</param>
/// <param name="options">How large they are, and which are drawn.</param>
/// <param name="count">How many of them are measured each time; always the same.</param>
/// <param name="device">What computes.</param>
public sealed class KeptApart(ILessons lessons, TrainingOptions options, int count, Device device)
{
    /// <summary>How bad weights are at them: the mean of their losses.</summary>
    public double LossOf(WeightSet weights)
    {
        using var without = no_grad();
        var sum = 0.0;
        for (var number = 0; number < count; number++)
        {
            using var scope = NewDisposeScope();
            sum += lessons.Prepare(number, options).Measure(weights, float32, device).Loss.Number();
        }

        return sum / count;
    }
}
