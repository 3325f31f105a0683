using System.Text.Json;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Models;

/// <summary>A belief model, opened: the network of the size and for the sites that its checkpoint says, with its weights.</summary>
public sealed class BeliefModel : IDisposable
{
    private const string JudgeState = "survival";

    /// <summary>A network with its weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; owned from here on.</param>
    public BeliefModel(BeliefNetwork network, WeightSet weights) => (Network, Weights) = (network, weights);

    /// <summary>The network.</summary>
    public BeliefNetwork Network { get; }

    /// <summary>Its weights.</summary>
    public WeightSet Weights { get; }

    /// <summary>Says how likely its edits last; null if it has learnt nothing of that.</summary>
    public SurvivalJudge? Judge { get; init; }

    /// <summary>Opens the model of a checkpoint; of a training under way, with the averaged weights.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="device">Where the weights are to live.</param>
    /// <exception cref="ArtifactFormatException">It is no belief model, or one of a size that there is none of.</exception>
    public static BeliefModel Open(Checkpoint checkpoint, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var network = NetworkOf(checkpoint);
        return new BeliefModel(network, StoredModel.WeightsOf(checkpoint, network.Weights(), device)) { Judge = JudgeOf(checkpoint) };
    }

    /// <summary>What a checkpoint knows of how likely edits last; null if nothing. Needs no torch.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <exception cref="ArtifactFormatException">What it says of that cannot be read.</exception>
    public static SurvivalJudge? JudgeOf(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint.States.TryGetValue(JudgeState, out var bytes) ? SurvivalJudge.FromBytes(bytes.Span, $"checkpoint of {checkpoint.Network}") : null;
    }

    /// <summary>A checkpoint that knows how likely edits last.</summary>
    /// <param name="checkpoint">The checkpoint of a belief model.</param>
    /// <param name="judge">What it knows of that.</param>
    public static Checkpoint WithJudge(Checkpoint checkpoint, SurvivalJudge judge)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(judge);
        return checkpoint with { States = new Dictionary<string, ReadOnlyMemory<byte>>(checkpoint.States, StringComparer.Ordinal) { [JudgeState] = judge.ToBytes() } };
    }

    /// <summary>The sites that the model of a checkpoint is for. Needs no torch.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <exception cref="ArtifactFormatException">It is no belief model, one of a size that there is none of, or one with other weights than such a model has.</exception>
    public static BeliefShape ShapeOf(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var network = NetworkOf(checkpoint);
        checkpoint.WeightsFor(network.Weights());
        return network.Shape;
    }

    /// <summary>What a training must know of a belief model.</summary>
    public static TrainedNetwork Describe(BeliefNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new TrainedNetwork(BeliefNetwork.Name, JsonSerializer.Serialize(BeliefModelForm.Of(network), BeliefModelJson.Default.BeliefModelForm), network.Weights());
    }

    /// <summary>Network and weights as a checkpoint; where they come from is to be added by <c>with</c>.</summary>
    public Checkpoint ToCheckpoint()
    {
        var checkpoint = Checkpoint.Of(BeliefNetwork.Name, Weights) with { NetworkOptions = Describe(Network).Options };
        return Judge is null ? checkpoint : WithJudge(checkpoint, Judge);
    }

    /// <summary>The bytes of the file that serves the model, with a probe for whoever loads it.</summary>
    /// <param name="format">How its weights are stored.</param>
    /// <param name="address">The address of the checkpoint that it is of, for the file to say; null if it has none.</param>
    public byte[] ToOnnx(WeightFormat format = WeightFormat.F32, string? address = null) =>
        StoredModel.ToOnnx(new ServedBeliefNetwork(Network), Weights, format, address);

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();

    private static BeliefNetwork NetworkOf(Checkpoint checkpoint)
    {
        if (checkpoint.Network != BeliefNetwork.Name)
        {
            throw new ArtifactFormatException($"checkpoint of {checkpoint.Network}", "network", $"'{checkpoint.Network}'", $"'{BeliefNetwork.Name}'");
        }

        try
        {
            var form = JsonSerializer.Deserialize(checkpoint.NetworkOptions, BeliefModelJson.Default.BeliefModelForm);
            return form is { IsPossible: true } ? form.ToNetwork() : throw Impossible(checkpoint);
        }
        catch (JsonException error)
        {
            throw Impossible(checkpoint, error);
        }
    }

    private static ArtifactFormatException Impossible(Checkpoint checkpoint, Exception? inner = null) =>
        new($"checkpoint of {checkpoint.Network}", "network options", checkpoint.NetworkOptions, "the size of a belief model and of its sites", inner);
}
