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
            var folder = ChainFolder.Of(context.Home);
            var settings = folder.Settings() ?? throw new ForeseenException("no chain is used");
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            using var chain = ChainConnection.To(settings, context.Surroundings.Clock);
            await chain.Contract.CheckAsync(cancellation);
            using var outbox = new Outbox(folder.Outbox);
            var courier = new Courier(
                outbox, chain.Contract, chain.Node, chain.SenderOf(keys.Account, folder), new CourierOptions { Wait = chain.Wait }, context.Surroundings.Clock, new Random());
            await courier.DeliverAsync(cancellation);
            context.Output.Result(
                await ChainView.OfAsync(context, chain, settings, cancellation) with { Trouble = courier.Trouble }, ContributingJson.Default.ChainReport, ChainTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
