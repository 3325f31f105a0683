using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Training;

/// <summary>The model that a verb is told to use, of whatever kind.</summary>
internal static class NamedModel
{
    /// <summary>The model of a kind that comes with the program.</summary>
    public static string Shipped(ModelKind kind) => Path.Combine(AppContext.BaseDirectory, "models", $"{NameOf(kind)}.safetensors");

    /// <summary>Opens a model.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <param name="kind">What it is to play where it is not named.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static Checkpoint Open(CommandContext context, string? model, ModelKind kind)
    {
        if (model is not null && File.Exists(model))
        {
            return CheckpointFile.Load(model);
        }

        if (Path.HasExtension(model))
        {
            throw new ForeseenException($"{model} is not there", "Name a checkpoint, or a hash of model list.");
        }

        var registry = ModelInput.Registry(context);
        var entry = model is null ? registry.Promoted(kind) : registry.Find(model);
        if (entry is not null)
        {
            return registry.Load(entry.Hash);
        }

        return File.Exists(Shipped(kind))
            ? CheckpointFile.Load(Shipped(kind))
            : throw new ForeseenException($"No {NameOf(kind)} model plays here yet", $"Train one: blockassist train {NameOf(kind)}; then: blockassist model promote HASH.");
    }

    private static string NameOf(ModelKind kind) => kind == ModelKind.Human ? "human" : "assistant";
}
