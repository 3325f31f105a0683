using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain deploy</c>: puts the contract on a chain.</summary>
internal static class ChainDeployCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var rpc = ChainInput.Rpc();
        var (confirmations, fee) = (ChainInput.Confirmations(), ChainInput.MaxGwei());
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "deploy",
            "Puts the contract Contributions on a chain, with this node's account as admin, hub and verifier, and uses it from now on. The account pays: about 4.5 million gas, and the bond.",
            new Example("blockassist chain deploy https://sepolia.example/v3/KEY", "prints what others use it by; chain keep opens its rounds"))
        {
            rpc, confirmations, fee, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var (folder, clock) = (ChainFolder.Of(context.Home), context.Surroundings.Clock);
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            var asked = new ChainSettings(parsed.GetRequiredValue(rpc), 0, default(BlockAssist.Chain.Values.Address).ToString()) { Confirmations = parsed.GetValue(confirmations), MaxGwei = parsed.GetValue(fee) };
            var settings = await DeployAsync(asked, keys, folder, context, cancellation);
            using var chain = ChainConnection.To(settings, clock);
            await chain.Contract.CheckAsync(cancellation);
            var setup = new ContractSetup(chain.Contract, new ChainActs(chain.SenderOf(keys.Account, folder), chain.Wait));
            await setup.BecomeVerifierAsync(cancellation);
            await setup.JoinAsync(keys.Identity, cancellation);
            folder.Keep(settings);
            context.Output.Result(await ChainView.OfAsync(context, chain, cancellation), ContributingJson.Default.ChainReport, ChainTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<ChainSettings> DeployAsync(ChainSettings asked, NodeKeys keys, ChainFolder folder, CommandContext context, CancellationToken cancellation)
    {
        var settings = await ChainConnection.FindAsync(asked, context.Surroundings.Clock, cancellation);
        using var chain = ChainConnection.To(settings, context.Surroundings.Clock);
        var acts = new ChainActs(chain.SenderOf(keys.Account, folder), chain.Wait);
        context.Log.Information("Deploys as {Account}", keys.Account.Address);
        var first = await chain.Node.HeightAsync(cancellation);
        var contract = await ContractSetup.DeployAsync(chain.Artifact, acts, cancellation);
        context.Log.Information("The contract is at {Contract} on chain {Chain}, from block {First} on", contract, settings.ChainId, first);
        return settings with { Contract = contract.ToString(), First = first };
    }
}
