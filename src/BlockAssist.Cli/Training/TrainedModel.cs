using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Training;

/// <summary>What becomes of a model that was trained.</summary>
internal static class TrainedModel
{
    /// <summary>Adds it to the node's models as a candidate, and writes it into a file if somebody wants one.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="checkpoint">The model.</param>
    /// <param name="kind">What it plays.</param>
    /// <param name="output">The file; null: none.</param>
    /// <returns>Its address among the node's models.</returns>
    public static string Keep(CommandContext context, Checkpoint checkpoint, ModelKind kind, string? output)
    {
        var entry = ModelInput.Registry(context).Add(checkpoint, kind).Model;
        if (output is not null)
        {
            CheckpointFile.Save(checkpoint, output);
        }

        return entry.Hash;
    }
}
