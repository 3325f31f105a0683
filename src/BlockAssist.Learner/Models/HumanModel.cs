using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Models;

/// <summary>A human model, opened: the network of the size that its checkpoint says, with its weights.</summary>
public sealed class HumanModel : IDisposable
{
    /// <summary>A network with its weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights; owned from here on.</param>
    public HumanModel(HumanNetwork network, WeightSet weights) => (Network, Weights) = (network, weights);

    /// <summary>The network.</summary>
    public HumanNetwork Network { get; }

    /// <summary>Its weights.</summary>
    public WeightSet Weights { get; }

    /// <summary>Opens the model of a checkpoint; of a training under way, with the averaged weights.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="device">Where the weights are to live.</param>
    /// <exception cref="ArtifactFormatException">It is no human model, or one of a size that there is none of.</exception>
    public static HumanModel Open(Checkpoint checkpoint, Device? device = null)
    {
        var network = NetworkOf(checkpoint);
        return new HumanModel(network, StoredModel.WeightsOf(checkpoint, network.Weights(), device));
    }

    /// <summary>The network of a checkpoint, without its weights.</summary>
    /// <exception cref="ArtifactFormatException">It is no human model, or one of a size that there is none of.</exception>
    public static HumanNetwork NetworkOf(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint.Network == HumanNetwork.Name
            ? new HumanNetwork(Options(checkpoint))
            : throw new ArtifactFormatException($"checkpoint of {checkpoint.Network}", "network", $"'{checkpoint.Network}'", $"'{HumanNetwork.Name}'");
    }

    /// <summary>Network and weights as a checkpoint; where they come from is to be added by <c>with</c>.</summary>
    public Checkpoint ToCheckpoint() => Checkpoint.Of(HumanNetwork.Name, Weights) with
    {
        NetworkOptions = HumanLessons.Describe(Network).Options,
    };

    /// <summary>The bytes of the file that serves the model, with a probe for whoever loads it.</summary>
    /// <param name="format">How its weights are stored.</param>
    /// <param name="address">The address of the checkpoint that it is of, for the file to say; null if it has none.</param>
    public byte[] ToOnnx(WeightFormat format = WeightFormat.F32, string? address = null) =>
        StoredModel.ToOnnx(new ServedHumanNetwork(Network), Weights, format, address);

    /// <inheritdoc/>
    public void Dispose() => Weights.Dispose();

    private static HumanNetworkOptions Options(Checkpoint checkpoint)
    {
        try
        {
            var options = JsonSerializer.Deserialize(checkpoint.NetworkOptions, TrainingJson.Default.HumanNetworkOptions);
            return options is { IsPossible: true } ? options : throw Impossible(checkpoint);
        }
        catch (JsonException error)
        {
            throw Impossible(checkpoint, error);
        }
    }

    private static ArtifactFormatException Impossible(Checkpoint checkpoint, Exception? inner = null) =>
        new($"checkpoint of {checkpoint.Network}", "network options", checkpoint.NetworkOptions, "the size of a human model", inner);
}
