using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Models;

/// <summary><c>blockassist model</c>: the models of this node, and which of them plays.</summary>
internal static class ModelCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "model",
            "The models of this node, each known by the hash of its file, and which of them plays.",
            new Example("blockassist model list", "what there is"));
        group.Add(ModelListCommand.Create());
        group.Add(ModelShowCommand.Create());
        group.Add(ModelImportCommand.Create());
        group.Add(ModelExportCommand.Create());
        group.Add(ModelPromoteCommand.Create());
        group.Add(ModelRollbackCommand.Create());
        group.Add(ModelArchiveCommand.Create());
        group.Add(ModelRemoveCommand.Create());
        group.Add(ModelVerifyCommand.Create());
        return group;
    }
}
