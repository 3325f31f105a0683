using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary><c>blockassist key new</c>: makes an identity, and shows its words this once.</summary>
internal static class KeyNewCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var options = new KeyKeeping();
        var verb = new Verb(
            "new",
            "Makes the identity of this node, and shows the 24 words that bring it back. It is kept encrypted; without a passphrase the key lies beside it.",
            new Example("blockassist key new", "asks for a passphrase; without anybody to ask there is none"),
            new Example("blockassist key new --passphrase-file pass.txt", "on a server"));
        options.AddTo(verb);
        verb.Runs((parsed, context, cancellation) =>
        {
            using var phrase = RecoveryPhrase.Create();
            var report = options.Keep(phrase, parsed, context, cancellation);
            context.Output.Result(new KeyWords(report, phrase.Reveal()), KeyJson.Default.KeyWords, KeyTables.Created);
            return ExitCode.Done;
        });
        return verb;
    }
}
