using BlockAssist.Chain.Values;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain claim</c>: has the account paid what it is owed.</summary>
internal static class ChainClaimCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "claim",
            "Claims what settled rounds credit this node's account, and has it paid what the contract owes it: that credit, and bonds that are free again. Nobody else can have it paid.",
            new Example("blockassist chain claim", "chain status says how much it is"))
        {
            passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            using var chain = await NodeChain.OpenAsync(context, keys, cancellation);
            await chain.Contract.CheckAsync(cancellation);
            var folder = ChainFolder.Of(context.Home);
            var acts = new ChainActs(chain.SenderOf(keys.Account, folder), chain.Wait);
            var hub = new HubChain(context);
            using var link = hub.Hub is null ? null : hub.Link(keys.Identity);
            var lines = await new CreditClaims(folder, chain.Contract, new ChainStandings(folder, chain, context.Log, context.Surroundings.Clock), acts, link, context.Log).ClaimAsync(cancellation);
            var owed = await chain.Contract.BalanceAsync(keys.Account.Address, cancellation);
            if (owed > Wei.Zero)
            {
                await acts.DoAsync("withdrawing what is owed", chain.Contract.Withdraw(), cancellation);
            }

            context.Output.Result(new ClaimReport(keys.Account.Address.ToString(), owed.ToEther()) { Lines = lines }, ContributingJson.Default.ClaimReport, Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static string Sentence(ClaimReport claim) => claim.Ether == "0" ? "Nothing is owed now." : $"{claim.Ether} ether were paid to {claim.Account}.";
}
