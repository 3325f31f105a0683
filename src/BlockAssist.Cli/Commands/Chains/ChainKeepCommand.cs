using System.CommandLine;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain keep</c>: has the hub of a swarm keep rounds on a contract.</summary>
internal static class ChainKeepCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var hours = Ranged.Option("--hours", "How many hours a round takes.", 24.0, (0.01, 7 * 24));
        var pool = ChainInput.Ether("--pool", "What there is to share out in a round, in ether. What a round does not credit is in the next; the account pays what is missing.", "0");
        var credit = ChainInput.Ether("--credit", "What a credit of the swarm is worth, in ether.", "0.000001");
        var attest = new Option<bool>("--attest")
        {
            Description = "Says of each contribution on the chain, as a verifier, what the swarm's records say of it: two transactions each. A round then has an hour of a day to say it and one to show it.",
            Arity = ArgumentArity.Zero,
        };
        var stop = new Option<bool>("--stop") { Description = "Keeps none from now on. A round that is open stays open until somebody settles it.", Arity = ArgumentArity.Zero };
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "keep",
            "For the hub of a swarm: opens rounds on the contract that chain use or chain deploy named, credits in each what the swarm's records credit, and confirms the accounts of peers, while node run runs. The account needs the contract's roles, and pays.",
            new Example("blockassist chain keep --pool 0.1 --credit 0.00001", "a round a day"),
            new Example("blockassist chain keep --hours 168 --attest", "a round a week, with verdicts"),
            new Example("blockassist chain keep --stop", "no more"))
        {
            hours, pool, credit, attest, stop, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var folder = ChainFolder.Of(context.Home);
            var settings = folder.Settings() ?? throw new ForeseenException("this node uses a ledger of its own, whose rounds it keeps by itself", "For those of another chain say which it is: blockassist chain use, or chain deploy.");
            using var keys = KeyInput.OpenKeys(parsed.GetValue(passphrase), context, cancellation);
            var rounds = parsed.GetValue(stop) ? null : new KeptRounds(parsed.GetValue(hours), parsed.GetRequiredValue(pool), parsed.GetRequiredValue(credit), parsed.GetValue(attest));
            if (rounds is not null)
            {
                await DemandRolesAsync(settings, keys, rounds.Attests, context, cancellation);
            }

            folder.Keep(settings with { Rounds = rounds });
            context.Output.Result(new KeepReport(settings.ChainId, settings.Contract, keys.Account.Address.ToString(), rounds), ContributingJson.Default.KeepReport, Sentence);
            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task DemandRolesAsync(ChainSettings settings, NodeKeys keys, bool attests, CommandContext context, CancellationToken cancellation)
    {
        using var chain = ChainConnection.To(settings, context.Surroundings.Clock);
        await chain.Contract.CheckAsync(cancellation);
        var account = keys.Account.Address;
        if (!await chain.Contract.IsRoundManagerAsync(account, cancellation))
        {
            throw new ForeseenException($"{account} may not open rounds on {settings.Place}", "Its admin lets it: grantRole(ROUND_MANAGER_ROLE, the account).");
        }

        if (!await chain.Contract.IsVerifierAsync(account, cancellation) || !await chain.Contract.IsBondedAsync(account, cancellation))
        {
            throw new ForeseenException($"{account} is no verifier with a bond on {settings.Place}, so it cannot confirm peers{(attests ? " nor attest" : "")}", "Its admin makes it one: grantRole(VERIFIER_ROLE, the account); then it posts a bond.");
        }
    }

    private static IRenderable Sentence(KeepReport report) => new Text(report.Rounds is { } kept
        ? $"While node run runs, {report.Account} keeps rounds of {kept.Hours} hours on {report.Contract}: a pool of {kept.Pool} ether, {kept.Credit} ether a credit{(kept.Attests ? ", with verdicts" : "")}."
        : $"No rounds are kept on {report.Contract} from now on.");
}
