using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary><c>blockassist key</c>: who this node is among peers.</summary>
internal static class KeyCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "key",
            "Who this node is among peers: made, shown, and brought back from its 24 words.",
            new Example("blockassist key new", "an identity, and the words to write down"));
        group.Add(KeyNewCommand.Create());
        group.Add(KeyShowCommand.Create());
        group.Add(KeyExportCommand.Create());
        group.Add(KeyImportCommand.Create());
        return group;
    }
}
