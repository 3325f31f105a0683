using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos</c>: the recorded episodes.</summary>
internal static class DemosCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "demos",
            "Recorded episodes: listed, shown, replayed bit by bit, imported, exported, shared.",
            new Example("blockassist demos list", "what this node has recorded"));
        group.Add(DemosListCommand.Create());
        group.Add(DemosShowCommand.Create());
        group.Add(DemosVerifyCommand.Create());
        group.Add(DemosImportCommand.Create());
        group.Add(DemosExportCommand.Create());
        group.Add(DemosShareCommand.Create());
        return group;
    }
}
