using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Training;

/// <summary>The model that a verb is told to use, of whatever kind.</summary>
/// <param name="Checkpoint">The model.</param>
/// <param name="Hash">The hash of its file.</param>
/// <param name="IsShipped">Whether it came with the program.</param>
internal sealed record NamedModel(Checkpoint Checkpoint, string Hash, bool IsShipped)
{
    private const int ShownDigits = 12;

    /// <summary>What to call it in a few letters: the first digits of its hash, or that it came with the program.</summary>
    public string ShortName => IsShipped ? "shipped" : Hash[..ShownDigits];

    /// <summary>The model of a kind that comes with the program.</summary>
    public static string Shipped(ModelKind kind) => Path.Combine(AppContext.BaseDirectory, "models", $"{NameOf(kind)}.safetensors");

    /// <summary>Opens a model.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <param name="kind">What it is to play where it is not named.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static Checkpoint Open(CommandContext context, string? model, ModelKind kind) => Find(context, model, kind).Checkpoint;

    /// <summary>Opens a model, and says which it is.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="model">A file, or the start of a hash; null for the model that plays.</param>
    /// <param name="kind">What it is to play where it is not named.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static NamedModel Find(CommandContext context, string? model, ModelKind kind)
    {
        if (model is not null && File.Exists(model))
        {
            return Load(model);
        }

        if (Path.HasExtension(model))
        {
            throw new ForeseenException($"{model} is not there", "Name a checkpoint, or a hash of model list.");
        }

        var registry = ModelInput.Registry(context);
        var entry = model is null ? registry.Promoted(kind) : registry.Find(model);
        if (entry is not null)
        {
            return new NamedModel(registry.Load(entry.Hash), entry.Hash, false);
        }

        return OpenShipped(kind);
    }

    /// <summary>Opens the model that comes with the program.</summary>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static NamedModel OpenShipped(ModelKind kind) => File.Exists(Shipped(kind))
        ? Load(Shipped(kind)) with { IsShipped = true }
        : throw new ForeseenException($"No {NameOf(kind)} model plays here yet", $"Train one: blockassist train {NameOf(kind)}; then: blockassist model promote HASH.");

    // Both of the same bytes: a training under way replaces its file.
    private static NamedModel Load(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return new NamedModel(CheckpointFile.FromBytes(bytes, file), ContentHash.Of(bytes), false);
    }

    private static string NameOf(ModelKind kind) => kind == ModelKind.Human ? "human" : "assistant";
}
