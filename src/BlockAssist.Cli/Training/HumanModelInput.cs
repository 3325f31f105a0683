using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Training;

/// <summary>Which human model a verb is told to use.</summary>
internal static class HumanModelInput
{
    private const string ServedEnding = ".onnx";

    /// <summary>The model that comes with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "models", "human.safetensors");

    /// <summary>Whether a model is named by a file as it is served.</summary>
    public static bool IsServed(string? model) => Path.GetExtension(model) == ServedEnding;

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

        if (Path.HasExtension(model))
        {
            throw new ForeseenException($"{model} is not there", "Name a checkpoint, a file of model export, or a hash of model list.");
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

    /// <summary>Opens a model as it is served: a file of <c>model export</c> as it is, any other model exported on the way.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static InferenceEngine OpenServed(CommandContext context, string? model)
    {
        var engine = IsServed(model) ? InferenceEngine.Open(model!) : Export(Open(context, model));
        context.Log.Information("The model runs on {Provider}", engine.Provider);
        return engine;
    }

    private static InferenceEngine Export(Checkpoint checkpoint)
    {
        using var model = HumanModel.Open(checkpoint);
        return InferenceEngine.Open(model.ToOnnx(), "human model");
    }
}
