using System.CommandLine;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain dev</c>: a local chain with the contract on it.</summary>
internal static class ChainDevCommand
{
    private static readonly Wei Plenty = Wei.ParseEther("10000");
    private static readonly Wei Pool = Wei.ParseEther("1");

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var port = Ranged.Option("--port", "Where it listens, on this machine alone.", 8545, (1, 65535));
        var anvil = new Option<FileInfo?>("--anvil") { Description = "The program of a local chain; by default it is got from npm once.", HelpName = "FILE" };
        var keep = new Option<bool>("--keep") { Description = "Goes on with the chain of the last time, and keeps it; otherwise each begins anew.", Arity = ArgumentArity.Zero };
        var use = new Option<bool>("--use") { Description = "This node uses it from now on, as chain use does.", Arity = ArgumentArity.Zero };
        var minutes = Ranged.Option("--minutes", "How many minutes a round takes.", 60, (1, 7 * 24 * 60));
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "dev",
            "Starts a chain on this machine alone until Ctrl+C, deploys the contract, gives the node's account money, and keeps a round open. For trying things out: nothing on it is worth anything.",
            new Example("blockassist chain dev --use", "then blockassist chain status in another window"),
            new Example("blockassist chain dev --port 9545 --keep", "goes on tomorrow"))
        {
            port, anvil, keep, use, minutes, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var (folder, clock) = (ChainFolder.Of(context.Home), context.Surroundings.Clock);
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            var program = parsed.GetValue(anvil)?.FullName ?? await new LocalNodeProgram(folder).FindAsync(context, cancellation);
            using var node = await LocalNode.StartAsync(program, parsed.GetValue(port), parsed.GetValue(keep) ? folder.LocalState : null, clock, cancellation);
            await node.FundAsync(keys.Account.Address, Plenty, cancellation);
            using var hub = LocalNode.Hub();
            var settings = new ChainSettings(node.Address.ToString(), await node.Node.ChainIdAsync(cancellation), CreatedContract.AddressOf(hub.Address, 0).ToString()) { Confirmations = 1 };
            using var chain = ChainConnection.To(settings, clock);
            var acts = new ChainActs(chain.SenderOf(hub, folder), chain.Wait);
            if ((await chain.Node.CodeAsync(chain.Contract.Place.Contract, cancellation)).Length == 0)
            {
                await ContractSetup.DeployAsync(chain.Artifact, acts, cancellation);
            }

            await chain.Contract.CheckAsync(cancellation);
            await new ContractSetup(chain.Contract, acts).BecomeVerifierAsync(cancellation);
            var verifier = new BindingVerifier(chain.Node, chain.Contract, acts);
            await JoinAsync(settings, keys, folder, clock, cancellation);
            await verifier.ConfirmAsync(cancellation);
            var keeper = new RoundKeeper(chain.Contract, acts, RoundTimes.Of(TimeSpan.FromMinutes(parsed.GetValue(minutes)), hasVerifiers: true), clock) { Model = () => PlayingModel.DigestIn(context.Home), Pool = Pool };
            await keeper.KeepAsync(cancellation);
            if (parsed.GetValue(use))
            {
                folder.Keep(settings);
            }

            var report = new LocalChainReport(settings.Rpc, settings.ChainId, settings.Contract, keys.Account.Address.ToString(), hub.Address.ToString()) { Funded = await node.FundedAsync(cancellation) };
            context.Output.Result(report, ContributingJson.Default.LocalChainReport, ChainTables.OfLocal);
            await StayAsync(node, keeper, verifier, context, cancellation);
            return ExitCode.Done;
        });
        return verb;
    }

    // The node's own account is free for others of its processes after that.
    private static async Task JoinAsync(ChainSettings settings, NodeKeys keys, ChainFolder folder, TimeProvider clock, CancellationToken cancellation)
    {
        using var chain = ChainConnection.To(settings, clock);
        await new ContractSetup(chain.Contract, new ChainActs(chain.SenderOf(keys.Account, folder), chain.Wait)).JoinAsync(keys.Identity, cancellation);
    }

    private static async Task StayAsync(LocalNode node, RoundKeeper keeper, BindingVerifier verifier, CommandContext context, CancellationToken cancellation)
    {
        try
        {
            while (!node.HasEnded)
            {
                await Task.Delay(TimeSpan.FromSeconds(2), context.Surroundings.Clock, cancellation);
                await keeper.KeepAsync(cancellation);
                await verifier.ConfirmAsync(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }

        throw new ForeseenException("the local chain has ended by itself");
    }
}
