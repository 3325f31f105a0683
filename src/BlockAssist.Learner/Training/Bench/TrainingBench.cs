using BlockAssist.Learner.Data;
using BlockAssist.Learner.Inference.Bench;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Measuring;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>Measures steps of training against those of the network that BlockAssist replaces, in turns.</summary>
/// <remarks><see cref="TorchRuntime.Start"/> must have been called with as many threads as the options give.</remarks>
/// <param name="clock">What time is taken by.</param>
/// <param name="options">What to measure.</param>
/// <param name="cancellation">Ends the measurement between two turns.</param>
public sealed class TrainingBench(TimeProvider clock, TrainingBenchOptions options, CancellationToken cancellation = default)
{
    private const int Minibatches = 8;

    private readonly Turns _turns = new(clock, options.Rounds, cancellation);

    /// <summary>Measures.</summary>
    /// <param name="data">What ours learns from. How long its episodes are decides how long they take to be made ready.</param>
    public TrainingFigures Measure(DemonstrationSet data)
    {
        var training = options.Training;
        var plan = new WindowPlan(data, training.Length, training.Batch, training.Seed, training.Turned);
        var minibatches = new List<Minibatch>();
        var preparing = new Turns(clock, Minibatches, cancellation)
            .Measure(() => minibatches.Add(Minibatch.Load(plan.Of(minibatches.Count), plan.Length)), () => { }, runsPerTurn: 1).First;
        return Measure(minibatches, Percentiles.Of(preparing).P50);
    }

    private TrainingFigures Measure(List<Minibatch> minibatches, double preparing)
    {
        var network = new HumanNetwork(options.Network);
        using var state = new TrainingState(WeightSet.Fresh(network.Weights(), options.Training.Seed), options.Training);
        using var upstream = new UpstreamTraining(options.UpstreamChannels, options.UpstreamTurns);
        var trainer = new Trainer(options.Training, state, CPU);
        var (ours, theirs) = _turns.Measure(
            () => trainer.Step(new HumanLesson(network, minibatches[state.Step % minibatches.Count])), options.StepsPerTurn, () => upstream.Step(), 1);
        return new TrainingFigures(
            options.Threads,
            state.Weights.Count,
            options.Training.Length * options.Training.Batch,
            Percentiles.Of(ours).P50,
            preparing,
            upstream.Weights,
            options.UpstreamTurns,
            Percentiles.Of(theirs).P50);
    }
}
