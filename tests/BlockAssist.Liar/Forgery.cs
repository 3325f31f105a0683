using System.Globalization;
using System.Text.Json.Nodes;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;

namespace BlockAssist.Liar;

/// <summary>Changes what the training of a lease has kept of a segment: weights a tenth nearer to the base, and a mark that says so.</summary>
/// <remarks>So little that neither the length of the update nor what it brings gives it away.</remarks>
internal static class Forgery
{
    private const float Share = 0.9f;

    /// <summary>Changes a segment.</summary>
    /// <param name="folder">The folder of the lease.</param>
    /// <param name="segment">Which one.</param>
    /// <param name="baseFile">The model that the lease began with.</param>
    public static void Of(string folder, int segment, string baseFile)
    {
        var start = LeaseBase.Load(baseFile);
        var name = string.Create(CultureInfo.InvariantCulture, $"segment-{segment}");
        var state = Path.Combine(folder, name + ".safetensors");
        var checkpoint = CheckpointFile.Load(state);
        var moment = TrainingMoment.Of(checkpoint, start.Network.Weights(), state);
        var forged = moment with { Weights = [.. moment.Weights.Zip(start.Weights, (now, then) => then + (Share * (now - then)))] };
        CheckpointFile.Save(forged.Into(checkpoint), state);
        Note(Path.Combine(folder, name + ".json"), forged.Hash());
    }

    private static void Note(string file, string state)
    {
        var noted = JsonNode.Parse(File.ReadAllText(file))!;
        noted["mark"]!["state"] = state;
        File.WriteAllText(file, noted.ToJsonString());
    }
}
