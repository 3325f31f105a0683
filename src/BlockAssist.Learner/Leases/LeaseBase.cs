using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>The model that all leases of a round begin with.</summary>
/// <param name="Hash">The hash of its file.</param>
/// <param name="Network">Its network.</param>
/// <param name="Weights">Its weights; of a training under way the averaged ones, which play.</param>
public sealed record LeaseBase(string Hash, HumanNetwork Network, float[] Weights)
{
    /// <summary>Reads the model of a file.</summary>
    /// <exception cref="ArtifactFormatException">It is no human model.</exception>
    public static LeaseBase Load(string path)
    {
        var bytes = SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default);
        return Of(CheckpointFile.FromBytes(bytes, path), ContentHash.Of(bytes));
    }

    /// <summary>The model of a checkpoint.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="hash">The hash of its file.</param>
    /// <exception cref="ArtifactFormatException">It is no human model.</exception>
    public static LeaseBase Of(Checkpoint checkpoint, string hash)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var network = HumanModel.NetworkOf(checkpoint);
        var shapes = network.Weights();
        return new LeaseBase(hash, network, checkpoint.RowFor(shapes, TrainingMoment.AveragedRow) ?? checkpoint.WeightsFor(shapes));
    }

    /// <summary>Complains where a recipe is for another network.</summary>
    /// <exception cref="ArtifactFormatException">It is.</exception>
    public void Demand(LeaseRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        if (recipe.Network != Network.Options)
        {
            throw new ArtifactFormatException("recipe", "network", $"{recipe.Network}", $"that of the base, {Network.Options}");
        }
    }

    /// <summary>Where the training of a lease from demonstrations begins: nothing averaged, an optimizer that has seen nothing.</summary>
    public TrainingMoment Moment() => TrainingMoment.Begin(Weights);
}
