using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain send</c>: delivers what waits now.</summary>
internal static class ChainSendCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "send",
            "Delivers the contributions that wait, as far as nothing is in the way. A node that runs does so by itself. May be stopped and begun again at any time: nothing is lost, and nothing is counted twice.",
            new Example("blockassist chain send", "what was contributed while no node ran"))
        {
            passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
            new Collector(context).Collect(outbox);
            var trouble = await new Delivering(context, keys).OnceAsync(outbox, cancellation);
            context.Output.Result(await ChainView.OfAsync(context, cancellation) with { Trouble = trouble }, ContributingJson.Default.ChainReport, ChainTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
