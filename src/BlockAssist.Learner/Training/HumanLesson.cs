using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>Behaviour cloning: the likelier what people did, the better.</summary>
/// <param name="network">The network that foresees it.</param>
/// <param name="minibatch">What they saw and did.</param>
public sealed class HumanLesson(HumanNetwork network, Minibatch minibatch) : ILesson
{
    /// <summary>What they saw and did.</summary>
    public Minibatch Minibatch { get; } = minibatch;

    /// <summary>Whether features are dropped at random, as is done to learn; not to measure.</summary>
    public bool Drops { get; init; } = true;

    /// <inheritdoc/>
    public int Turns => Minibatch.Turns.Length;

    /// <inheritdoc/>
    public LessonOutcome Measure(WeightSet weights, ScalarType type, Device device)
    {
        using var numbers = new HeldScalars();
        var view = new ViewTensors(Minibatch.Views, device);
        var turns = new TurnTensors(Minibatch.Turns, device);
        var output = network.Run(new TorchOps(weights, Drops, type), view.Input(network.NoMemory(Minibatch.Batch, device), type));
        var likelihood = new ActionLikelihood(output, view);
        var counted = turns.Weights.sum().clamp_min(numbers.Of(1));
        return new LessonOutcome(
            -(likelihood.Of(turns) * turns.Weights).sum() / counted,
            (likelihood.IsLikeliest(turns).to(float32) * turns.Weights).sum() / counted);
    }
}
