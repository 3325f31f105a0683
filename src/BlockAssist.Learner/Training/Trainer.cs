using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>Behaviour cloning: makes likely what people did.</summary>
/// <remarks>
/// A step depends on nothing but the state, the options and the minibatch: the seed of what is dropped is the step's own.
/// So a training that was killed goes on as if nothing had happened, and a stretch of it can be replayed by others.
/// </remarks>
public sealed class Trainer(HumanNetwork network, TrainingOptions options, TrainingState state, Device device)
{
    /// <summary>Makes one step.</summary>
    /// <exception cref="TrainingException">The loss is not a number.</exception>
    public TrainingStep Step(Minibatch minibatch)
    {
        ArgumentNullException.ThrowIfNull(minibatch);
        using var scope = NewDisposeScope();
        using var numbers = new HeldScalars();
        random.manual_seed((long)(options.Seed * 1_000_003) + state.Step);
        var view = new ViewTensors(minibatch.Views, device);
        var turns = new TurnTensors(minibatch.Turns, device);
        var type = options.Bfloat16 ? ScalarType.BFloat16 : ScalarType.Float32;
        var output = network.Run(new TorchOps(state.Weights, training: true, type), view.Input(network.NoMemory(minibatch.Batch, device), type));
        var likelihood = new ActionLikelihood(output, view);
        var counted = turns.Weights.sum().clamp_min(numbers.Of(1));
        var loss = -(likelihood.Of(turns) * turns.Weights).sum() / counted;
        loss.backward();
        var measured = loss.Number();
        if (!float.IsFinite(measured))
        {
            throw new TrainingException($"step {state.Step}: the loss is {measured}, expected a number");
        }

        var rate = options.RateAt(state.Step);
        var norm = state.Optimizer.Step(rate, options.Clip);
        state.Average(options.Averaging);
        state.Step++;
        var right = (likelihood.IsLikeliest(turns).to(float32) * turns.Weights).sum() / counted;
        return new TrainingStep(state.Step, measured, right.Number(), rate, norm, minibatch.Turns.Length);
    }
}
