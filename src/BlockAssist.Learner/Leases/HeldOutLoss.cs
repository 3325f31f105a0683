using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>How bad weights are at some windows of demonstrations that nobody learns from; always the same windows, and nothing is dropped.</summary>
public sealed class HeldOutLoss
{
    private const int Length = 32;
    private const int Together = 8;

    private readonly Minibatch[] _minibatches;

    /// <summary>Chooses windows, and plays them.</summary>
    /// <param name="demonstrations">What nobody learns from.</param>
    /// <param name="windows">How many windows of 32 turns; in eights.</param>
    /// <param name="seed">Fixes which.</param>
    public HeldOutLoss(DemonstrationSet demonstrations, int windows, ulong seed)
    {
        var plan = new WindowPlan(demonstrations, Length, Together, seed, turned: false);
        _minibatches = [.. Enumerable.Range(0, (windows + Together - 1) / Together).Select(step => Minibatch.Load(plan.Of(step), Length))];
    }

    /// <summary>The loss, in nats a turn; may be no number if the weights are nonsense.</summary>
    /// <param name="network">The network.</param>
    /// <param name="row">Its weights.</param>
    /// <param name="cancellation">Ends it between some windows.</param>
    public double Of(HumanNetwork network, ReadOnlySpan<float> row, CancellationToken cancellation) => Measure(network, row, cancellation).Loss;

    /// <summary>The loss, in nats a turn, and the share of turns whose likeliest action was the one done.</summary>
    /// <param name="network">The network.</param>
    /// <param name="row">Its weights.</param>
    /// <param name="cancellation">Ends it between some windows.</param>
    public (double Loss, double Accuracy) Measure(HumanNetwork network, ReadOnlySpan<float> row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(network);
        using var without = no_grad();
        using var weights = WeightSet.Of(network.Weights(), row, CPU);
        var (loss, accuracy) = (0.0, 0.0);
        foreach (var minibatch in _minibatches)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var outcome = new HumanLesson(network, minibatch) { Drops = false }.Measure(weights, float32, CPU);
            loss += outcome.Loss.Number();
            accuracy += outcome.Accuracy.Number();
        }

        return (loss / _minibatches.Length, accuracy / _minibatches.Length);
    }
}
