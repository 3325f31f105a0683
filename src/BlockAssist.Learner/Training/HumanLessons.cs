using System.Text.Json;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training;

/// <summary>Demonstrations, as a human model learns from them.</summary>
/// <param name="network">The human model's network.</param>
/// <param name="demonstrations">What people did.</param>
public sealed class HumanLessons(HumanNetwork network, DemonstrationSet demonstrations) : ILessons
{
    /// <inheritdoc/>
    public int Turns => demonstrations.Turns;

    /// <summary>What a training must know of a human model.</summary>
    public static TrainedNetwork Describe(HumanNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TrainedNetwork(HumanNetwork.Name, JsonSerializer.Serialize(network.Options, TrainingJson.Default.HumanNetworkOptions), network.Weights());
    }

    /// <inheritdoc/>
    public string Hash() => demonstrations.ManifestHash();

    /// <inheritdoc/>
    public ILesson Prepare(int number, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var plan = new WindowPlan(demonstrations, options.Length, options.Batch, options.Seed, options.Turned);
        return new HumanLesson(network, Minibatch.Load(plan.Of(number), options.Length));
    }
}
