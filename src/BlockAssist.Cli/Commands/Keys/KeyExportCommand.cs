using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary><c>blockassist key export</c>: the words, for who can open the identity.</summary>
internal static class KeyExportCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "export",
            "Shows the 24 words of the identity, once it is opened: to write them down, or to take the identity to another machine.",
            new Example("blockassist key export", "asks for the passphrase, if there is one")) { file };
        verb.Runs((parsed, context, cancellation) =>
        {
            var identity = KeyInput.Existing(context);
            using var phrase = KeyInput.Open(identity, parsed.GetValue(file), context, cancellation);
            context.Output.Result(new KeyWords(KeyReport.Of(identity), phrase.Reveal()), KeyJson.Default.KeyWords, KeyTables.Exported);
            return ExitCode.Done;
        });
        return verb;
    }
}
