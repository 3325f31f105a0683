using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>How bad weights are at a lesson; numbers on the device, in the scope of who asked.</summary>
/// <param name="Loss">What a step makes smaller: cross-entropy, in nats a turn.</param>
/// <param name="Accuracy">The share of what was asked whose likeliest answer was right.</param>
public readonly record struct LessonOutcome(Tensor Loss, Tensor Accuracy);
