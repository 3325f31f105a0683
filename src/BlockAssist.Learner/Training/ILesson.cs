using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>What a step of training learns from, ready to be computed.</summary>
public interface ILesson
{
    /// <summary>How many turns or moments it is of.</summary>
    int Turns { get; }

    /// <summary>How bad weights are at it.</summary>
    /// <param name="weights">The weights, on the device.</param>
    /// <param name="type">In what the network computes.</param>
    /// <param name="device">What computes.</param>
    LessonOutcome Measure(WeightSet weights, ScalarType type, Device device);
}
