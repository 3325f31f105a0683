using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Tests;

/// <summary>A small human model that has learnt nothing.</summary>
internal static class SomeHuman
{
    /// <summary>Its size.</summary>
    public static HumanNetworkOptions Size { get; } = new() { CellFeatures = 4, Channels = 16, Blocks = 1, Context = 16, Memory = 16 };

    /// <summary>Writes it to a file.</summary>
    /// <param name="file">Which.</param>
    /// <param name="size">Its size; null: <see cref="Size"/>.</param>
    /// <returns>The hash of the file.</returns>
    public static string Save(string file, HumanNetworkOptions? size = null)
    {
        TorchRuntime.Start(1);
        var network = new HumanNetwork(size ?? Size);
        using var model = new HumanModel(network, WeightSet.Fresh(network.Weights(), 1));
        return CheckpointFile.Save(model.ToCheckpoint(), file);
    }
}
