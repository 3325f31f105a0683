using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Verification;

/// <summary>A training under way, as its own checkpoint tells of it: where segments start.</summary>
/// <param name="Address">The address of the checkpoint.</param>
/// <param name="Network">The network.</param>
/// <param name="Options">How the stage goes that it is in.</param>
/// <param name="Moment">Where it is.</param>
public sealed record SegmentStart(string Address, HumanNetwork Network, TrainingOptions Options, TrainingMoment Moment)
{
    /// <summary>Reads the state that a <see cref="TrainingFolder"/> keeps.</summary>
    /// <exception cref="ArtifactFormatException">The file is damaged, or no state of a training.</exception>
    public static SegmentStart Load(string path)
    {
        var checkpoint = CheckpointFile.Load(path);
        var stage = TrainingMoment.Counter(checkpoint, TrainingFolder.StageCounter, path);
        if (Recipe(checkpoint, path)?.Stages?.ElementAtOrDefault(stage)?.Options is not { } options)
        {
            throw new ArtifactFormatException(path, "training options", "none of the stage that the training is in", "the recipe of a training");
        }

        var network = HumanModel.NetworkOf(checkpoint);
        return new SegmentStart(ContentHash.OfFile(path), network, options, TrainingMoment.Of(checkpoint, network.Weights(), path));
    }

    private static RecipeForm? Recipe(Checkpoint checkpoint, string path)
    {
        try
        {
            return JsonSerializer.Deserialize(checkpoint.TrainingOptions, TrainingJson.Default.RecipeForm);
        }
        catch (JsonException error)
        {
            throw new ArtifactFormatException(path, "training options", "broken JSON", "the recipe of a training", error);
        }
    }
}
