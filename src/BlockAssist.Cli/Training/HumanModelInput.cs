using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Training;

/// <summary>Which human model a verb is told to use.</summary>
internal static class HumanModelInput
{
    /// <summary>Opens a model.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static Checkpoint Open(CommandContext context, string? model)
    {
        if (model is not null && File.Exists(model))
        {
            return CheckpointFile.Load(model);
        }

        var registry = ModelInput.Registry(context);
        var entry = model is null ? registry.Promoted(ModelKind.Human) : registry.Find(model);
        if (entry is not null)
        {
            return registry.Load(entry.Hash);
        }

        return File.Exists(Shipped)
            ? CheckpointFile.Load(Shipped)
            : throw new ForeseenException("No human model plays here yet", "Train one: blockassist train human; then: blockassist model promote HASH.");
    }

    /// <summary>The model that comes with the program.</summary>
    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "models", "human.safetensors");
}
