using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Models;

/// <summary>What is the same for models of every kind on their way out of a checkpoint and into a served file.</summary>
internal static class StoredModel
{
    /// <summary>The weights of a checkpoint; of a training under way, the averaged ones.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="shapes">The weights that its network has.</param>
    /// <param name="device">Where they are to live.</param>
    public static WeightSet WeightsOf(Checkpoint checkpoint, IReadOnlyList<WeightShape> shapes, Device? device)
    {
        var weights = checkpoint.ToWeightSet(shapes, device);
        if (checkpoint.RowFor(shapes, TrainingMoment.AveragedRow) is { } averaged)
        {
            weights.Set(averaged);
        }

        return weights;
    }

    /// <summary>The bytes of the file that serves a network, with a probe for whoever loads it.</summary>
    /// <param name="served">The network.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="address">The address of the checkpoint that it is of, for the file to say; null if it has none.</param>
    public static byte[] ToOnnx(IServedNetwork served, WeightSet weights, WeightFormat format, string? address)
    {
        KeyValuePair<string, string>[] origin = address is null ? [] : [new(OnnxMetadata.Checkpoint, address)];
        var probe = StoredProbe.Of(OnnxExporter.Export(served, weights, format, origin), served.Name);
        return OnnxExporter.Export(served, weights, format, [.. origin, probe]);
    }
}
