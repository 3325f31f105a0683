using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>A model that a swarm trains, with the momentum of its merges.</summary>
/// <remarks>
/// The momentum is in a file of its own, which peers that only train never need: an update in single precision that names the model's file. Models of
/// before have it in their own, as a row.
/// </remarks>
/// <param name="Base">The model.</param>
/// <param name="Momentum">A number for each weight; zeros if it comes of no merge.</param>
public sealed record SharedModel(LeaseBase Base, float[] Momentum)
{
    /// <summary>The row of a checkpoint that kept the momentum before it had a file of its own.</summary>
    public const string MomentumRow = "outer_momentum";

    private static readonly UpdateOptions Whole = new(UpdateFormat.F32) { Compress = false };

    /// <summary>Reads the model of a file.</summary>
    /// <param name="path">The model's file.</param>
    /// <param name="momentumPath">The file of its momentum; null where it has none of its own.</param>
    /// <exception cref="ArtifactFormatException">It is no human model, or its momentum is another model's or not made of numbers.</exception>
    public static SharedModel Load(string path, string? momentumPath)
    {
        var bytes = SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default);
        var checkpoint = CheckpointFile.FromBytes(bytes, path);
        var start = LeaseBase.Of(checkpoint, ContentHash.Of(bytes));
        if (momentumPath is not null)
        {
            return new SharedModel(start, ReadMomentum(momentumPath, start));
        }

        var momentum = checkpoint.RowFor(start.Network.Weights(), MomentumRow) ?? new float[start.Weights.Length];
        return Array.TrueForAll(momentum, float.IsFinite)
            ? new SharedModel(start, momentum)
            : throw new ArtifactFormatException(path, $"row {MomentumRow}", "a number that is none", "finite numbers");
    }

    /// <summary>Writes the model that comes after a base and its momentum, each whole or not at all. The same numbers give the same bytes on every machine.</summary>
    /// <param name="start">The base.</param>
    /// <param name="weights">The new weights.</param>
    /// <param name="momentum">The momentum that goes with them.</param>
    /// <param name="path">Where the model goes.</param>
    /// <param name="momentumPath">Where its momentum goes.</param>
    public static void Save(LeaseBase start, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum, string path, string momentumPath)
    {
        ArgumentNullException.ThrowIfNull(start);
        var model = CheckpointFile.Save(
            new Checkpoint
            {
                Network = HumanNetwork.Name,
                NetworkOptions = HumanLessons.Describe(start.Network).Options,
                Weights = [.. start.Network.Weights().Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
                Row = weights,
                Parent = start.Hash,
            },
            path);
        using var codec = new UpdateCodec();
        var bytes = codec.Encode(momentum.Span, Whole, model);
        AtomicFile.Write(momentumPath, stream => stream.Write(bytes));
    }

    private static float[] ReadMomentum(string path, LeaseBase model)
    {
        var momentum = new float[model.Weights.Length];
        using var codec = new UpdateCodec();
        codec.Decode(File.ReadAllBytes(path), momentum, model.Hash, path);
        return momentum;
    }
}
