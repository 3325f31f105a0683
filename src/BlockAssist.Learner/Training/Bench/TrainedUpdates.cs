using System.Numerics.Tensors;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>The changes of a human model in rounds of training, as peers would send them.</summary>
public static class TrainedUpdates
{
    // Adam's first steps are all of one length; rounds begin when it has settled.
    private const int StepsBefore = 5;

    /// <summary>Trains a fresh network and notes how far each round took it.</summary>
    /// <param name="network">The network.</param>
    /// <param name="plan">What it learns from.</param>
    /// <param name="rounds">How many rounds.</param>
    /// <param name="steps">How many steps a round has.</param>
    /// <param name="advance">Called after every round.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    /// <returns>The change of the row of weights in each round.</returns>
    public static float[][] Make(HumanNetwork network, WindowPlan plan, int rounds, int steps, Action advance, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(advance);
        var options = new TrainingOptions { Length = plan.Length, Batch = plan.Batch, WarmUp = StepsBefore };
        using var state = new TrainingState(WeightSet.Fresh(network.Weights(), options.Seed), options);
        var trainer = new Trainer(options, state, CPU);
        Train(StepsBefore);
        var changes = new float[rounds][];
        for (var round = 0; round < rounds; round++)
        {
            var before = state.Weights.Values();
            Train(steps);
            changes[round] = state.Weights.Values();
            TensorPrimitives.Subtract(changes[round], before, changes[round]);
            advance();
        }

        return changes;

        void Train(int count)
        {
            for (var step = 0; step < count; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                trainer.Step(new HumanLesson(network, Minibatch.Load(plan.Of(state.Step), plan.Length)));
            }
        }
    }
}
