using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;

namespace BlockAssist.Cli.Assistance;

/// <summary>The assistant's model that plays on a node, as far as this program can run it.</summary>
internal static class PlayingAssistant
{
    /// <summary>Finds it: one that an earlier version of the program promoted may be of a network that there is no more; then the one that comes with this one plays.</summary>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static NamedModel Find(CommandContext context)
    {
        var found = NamedModel.Find(context, null, ModelKind.Assistant);
        if (found.IsShipped || WhyNot(found) is not { } reason)
        {
            return found;
        }

        context.Log.Warning("The assistant that was promoted, {Model}, cannot be used: {Reason}. The one that comes with the program plays", found.ShortName, reason);
        return NamedModel.OpenShipped(ModelKind.Assistant);
    }

    /// <summary>Finds an assistant by its name, or the one that plays.</summary>
    /// <param name="context">Where the node's models are.</param>
    /// <param name="name">A file, or the start of a hash; null for the model that plays.</param>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static NamedModel Find(CommandContext context, string? name) => name is null ? Find(context) : NamedModel.Find(context, name, ModelKind.Assistant);

    private static string? WhyNot(NamedModel model)
    {
        try
        {
            BeliefModel.ShapeOf(model.Checkpoint);
            return null;
        }
        catch (ArtifactFormatException error)
        {
            return error.Message;
        }
    }
}
