using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Moments of play: the likelier what stood in the end and where the others were soon at work, the better.</summary>
/// <remarks>
/// The loss is in nats a moment, over all cells of the site. The accuracy is over the cells that were not yet as the goal has
/// them: the share whose block in the end was believed likelier than any other.
/// </remarks>
/// <param name="network">The network that infers it.</param>
/// <param name="batch">The moments.</param>
public sealed class BeliefLesson(BeliefNetwork network, BeliefBatch batch) : ILesson
{
    /// <summary>The moments.</summary>
    public BeliefBatch Batch { get; } = batch;

    /// <inheritdoc/>
    public int Turns => Batch.Capacity;

    /// <inheritdoc/>
    public LessonOutcome Measure(WeightSet weights, ScalarType type, Device device)
    {
        using var numbers = new HeldScalars();
        var cells = (long)Batch.Capacity * Batch.Shape.Size.Volume;
        var answers = network.Run(new TorchOps(weights, training: true, type), Facts(Batch.Cells, type, device, Batch.Shape.Size.Volume, Batch.Shape.CellFacts), Facts(Batch.Scene, type, device, BeliefShape.SceneFacts))
            .to(float32)
            .reshape(cells, BeliefShape.Answers);
        var (goal, scores) = (TensorCopies.Of(Batch.Goal, device).to(int64), answers.narrow(1, 0, BeliefShape.Blocks));
        var (soon, perMoment) = (TensorCopies.Of(Batch.Soon, device).to(float32), numbers.Of(1.0 / Batch.Capacity));
        var loss = F.cross_entropy(scores, goal, reduction: TorchSharp.torch.nn.Reduction.Sum)
            .Plus(F.binary_cross_entropy_with_logits(answers.select(1, BeliefShape.Blocks), soon, reduction: TorchSharp.torch.nn.Reduction.Sum));
        var open = TensorCopies.Of(Batch.Blocks, device).to(int64).ne(goal).to(float32);
        var right = scores.argmax(1).eq(goal).to(float32);
        return new LessonOutcome(loss * perMoment, (right * open).sum() / open.sum().clamp_min(numbers.Of(1)));
    }

    private Tensor Facts(float[] facts, ScalarType type, Device device, params ReadOnlySpan<long> shape) =>
        TensorCopies.Of(facts, device, [Batch.Capacity, .. shape]).to(type);
}
