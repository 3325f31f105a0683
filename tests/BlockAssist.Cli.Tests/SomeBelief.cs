using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests;

/// <summary>An assistant's model that has learnt nothing.</summary>
internal static class SomeBelief
{
    /// <summary>Writes it to a file.</summary>
    /// <param name="file">Which.</param>
    /// <param name="site">The sites that it is for.</param>
    /// <returns>The hash of the file.</returns>
    public static string Save(string file, GridSize site)
    {
        TorchRuntime.Start(1);
        var network = new BeliefNetwork(new BeliefShape(site), new BeliefNetworkOptions { Channels = 16, ColumnFeatures = 8, Blocks = 1 });
        using var belief = new BeliefModel(network, WeightSet.Fresh(network.Weights(), 1));
        return CheckpointFile.Save(belief.ToCheckpoint(), file);
    }
}
