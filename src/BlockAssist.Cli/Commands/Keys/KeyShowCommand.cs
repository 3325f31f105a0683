using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary><c>blockassist key show</c>: what everybody may know of the identity.</summary>
internal static class KeyShowCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var verb = new Verb(
            "show",
            "Who this node is, where that is kept and what opens it. Needs no passphrase and shows nothing secret.",
            new Example("blockassist key show", "the name and the id to give to others"));
        verb.Runs((_, context, _) =>
        {
            context.Output.Result(KeyReport.Of(KeyInput.Existing(context)), KeyJson.Default.KeyReport, KeyTables.Shown);
            return ExitCode.Done;
        });
        return verb;
    }
}
