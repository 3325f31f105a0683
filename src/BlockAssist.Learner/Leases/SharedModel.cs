using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>A model that a swarm trains, with the momentum of its merges.</summary>
/// <param name="Base">The model.</param>
/// <param name="Momentum">A number for each weight; zeros if it comes of no merge.</param>
public sealed record SharedModel(LeaseBase Base, float[] Momentum)
{
    /// <summary>The row of a checkpoint that keeps the momentum.</summary>
    public const string MomentumRow = "outer_momentum";

    /// <summary>Reads the model of a file.</summary>
    /// <exception cref="ArtifactFormatException">It is no human model, or its momentum is not made of numbers.</exception>
    public static SharedModel Load(string path)
    {
        var bytes = SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default);
        var checkpoint = CheckpointFile.FromBytes(bytes, path);
        var start = LeaseBase.Of(checkpoint, ContentHash.Of(bytes));
        var momentum = checkpoint.RowFor(start.Network.Weights(), MomentumRow) ?? new float[start.Weights.Length];
        return Array.TrueForAll(momentum, float.IsFinite)
            ? new SharedModel(start, momentum)
            : throw new ArtifactFormatException(path, $"row {MomentumRow}", "a number that is none", "finite numbers");
    }

    /// <summary>Writes the model that comes after a base, so that it is there whole or not at all. The same numbers give the same bytes on every machine.</summary>
    /// <param name="start">The base.</param>
    /// <param name="weights">The new weights.</param>
    /// <param name="momentum">The momentum that goes with them.</param>
    /// <param name="path">Where to.</param>
    /// <returns>The hash of the file.</returns>
    public static string Save(LeaseBase start, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum, string path)
    {
        ArgumentNullException.ThrowIfNull(start);
        return CheckpointFile.Save(
            new Checkpoint
            {
                Network = HumanNetwork.Name,
                NetworkOptions = HumanLessons.Describe(start.Network).Options,
                Weights = [.. start.Network.Weights().Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
                Row = weights,
                Rows = new Dictionary<string, ReadOnlyMemory<float>> { [MomentumRow] = momentum },
                Parent = start.Hash,
            },
            path);
    }
}
