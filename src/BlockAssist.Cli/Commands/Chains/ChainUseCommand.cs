using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain use</c>: says where contributions go from now on.</summary>
internal static class ChainUseCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var rpc = ChainInput.Rpc();
        var contract = ChainInput.Contract();
        var (confirmations, fee, first) = (ChainInput.Confirmations(), ChainInput.MaxGwei(), ChainInput.First());
        var verb = new Verb(
            "use",
            "Sends what this node contributes to a contract on a chain from now on, along with what it contributed before: nothing is counted twice there.",
            new Example("blockassist chain use http://127.0.0.1:8545 --contract 0x5FbDB2315678afecb367f032d93F642f64180aa3 --confirmations 1", "a local chain, as chain dev tells it"))
        {
            rpc, contract, confirmations, fee, first,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var folder = ChainFolder.Of(context.Home);
            var asked = new ChainSettings(parsed.GetRequiredValue(rpc), 0, parsed.GetRequiredValue(contract)) { Confirmations = parsed.GetValue(confirmations), MaxGwei = parsed.GetValue(fee), First = parsed.GetValue(first) };
            var settings = await ChainConnection.FindAsync(asked, context.Surroundings.Clock, cancellation);
            using var chain = ChainConnection.To(settings, context.Surroundings.Clock);
            await chain.Contract.CheckAsync(cancellation);
            folder.Keep(settings with { Rounds = folder.Settings() is { } before && before.Place == settings.Place ? before.Rounds : null });
            context.Output.Result(await ChainView.OfAsync(context, chain, cancellation), ContributingJson.Default.ChainReport, ChainTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
