using BlockAssist.Cli.Running;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Training;

/// <summary>Which human model a verb is told to use.</summary>
internal static class HumanModelInput
{
    private const string ServedEnding = ".onnx";

    /// <summary>Whether a model is named by a file as it is served.</summary>
    public static bool IsServed(string? model) => Path.GetExtension(model) == ServedEnding;

    /// <summary>Opens a model as it is served: a file of <c>model export</c> as it is, any other model exported on the way.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static InferenceEngine OpenServed(CommandContext context, string? model)
    {
        var engine = IsServed(model) ? InferenceEngine.Open(model!) : Export(context, NamedModel.Find(context, model, ModelKind.Human));
        context.Log.Information("The model runs on {Provider}", engine.Provider);
        return engine;
    }

    private static InferenceEngine Export(CommandContext context, NamedModel found) => new ServedModels(context).Open(found, "human model", () =>
    {
        using var model = HumanModel.Open(found.Checkpoint);
        return model.ToOnnx();
    });
}
