using System.CommandLine;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary><c>blockassist chain leaderboard</c>: who contributed what.</summary>
internal static class ChainLeaderboardCommand
{
    private const string Self = "me";
    private const int MostRows = 1000;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var rounds = new Option<bool>("--rounds") { Description = "Lists rounds instead of players.", Arity = ArgumentArity.Zero };
        var player = new Option<string?>("--player") { Description = $"All that the chain has of one account, every credit with its evidence; {Self} for this node.", HelpName = "0x…" };
        var round = new Option<uint?>("--round") { Description = "Of one round alone.", HelpName = "N" };
        var since = new Option<uint?>("--since") { Description = "From a round on.", HelpName = "N" };
        var kind = new Option<WorkKind?>("--kind") { Description = "Of who did one kind of work: session, training, verifying or clips.", HelpName = "KIND" };
        var top = Ranged.Option("--top", "How many rows.", 20, (1, MostRows));
        var skip = Ranged.Option("--skip", "How many rows come before.", 0, (0, int.MaxValue));
        var verb = new Verb(
            "leaderboard",
            "Who contributed what, and what it was credited: from the events of the contract alone, so that whoever asks a node of the chain gets the same.",
            new Example("blockassist chain leaderboard", "all players"),
            new Example("blockassist chain leaderboard --player me", "my contributions, verdicts and credits"),
            new Example("blockassist chain leaderboard --rounds --json", "rounds, with the digest of the record that each credit stands on"))
        {
            rounds, player, round, since, kind, top, skip,
        };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(player) is { } named && named != Self && !Address.TryParse(named, out _))
            {
                result.AddError($"'{named}' is no account, expected 0x and 40 hexadecimal digits, or {Self}");
            }

            if (result.GetValue(rounds) && result.GetResult(player) is { Implicit: false })
            {
                result.AddError($"{rounds.Name} and {player.Name} contradict each other");
            }
        });
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var index = await StandingsView.ReadAsync(context, cancellation);
            var page = new Page(parsed.GetValue(top), parsed.GetValue(skip));
            if (parsed.GetValue(rounds))
            {
                context.Output.Result(index.Rounds(page), StandingsJson.Default.RoundsPage, StandingsTables.Of);
            }
            else if (parsed.GetValue(player) is { } named)
            {
                context.Output.Result(index.Profile(AccountOf(named, context), page), StandingsJson.Default.PlayerProfile, StandingsTables.Of);
            }
            else
            {
                var filter = new StandingsFilter { Round = parsed.GetValue(round), Since = parsed.GetValue(since), Kind = (byte?)parsed.GetValue(kind) };
                context.Output.Result(index.Standings(filter, page), StandingsJson.Default.StandingsPage, StandingsTables.Of);
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static Address AccountOf(string named, CommandContext context) => named != Self
        ? Address.Parse(named)
        : KnownAccount.In(context.Home) ?? throw new ForeseenException("this node has no account yet", "Say that contributions are recorded (chain consent yes), and deliver them: blockassist chain send.");
}
