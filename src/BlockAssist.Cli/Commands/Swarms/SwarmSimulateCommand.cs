using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Swarm.Simulated;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary><c>blockassist swarm simulate</c>: a swarm in virtual time, with some who do not play fair.</summary>
internal static class SwarmSimulateCommand
{
    private const int MostPeers = 10_000;

    // So many leases are described in a round's record, which has its limit.
    private const int MostLeases = 1000;

    // Names that a round's opening can hold.
    private const int MostIdentities = 50_000;

    // Their states after each segment are kept for two rounds, some 15 MB a peer and round.
    private const int MostLearners = 66;

    private static readonly SimulationOptions Usual = new();

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var peers = Ranged.Option("--peers", "How many people take part, each with a machine.", Usual.Peers, (2, MostPeers));
        var attackers = Ranged.Option("--attackers", "What share of them does not play fair.", 0.0, (0.0, 0.9));
        var kind = new Option<string>("--kind")
        {
            Description = "How those do take part.",
            DefaultValueFactory = _ => KindWords.Of(Usual.Kind),
        };
        kind.AcceptOnlyFromAmong([.. KindWords.Attackers]);
        var rounds = Ranged.Option("--rounds", "How many rounds are played.", Usual.Rounds, (1, 1000));
        var standing = new Option<string>("--standing") { Description = "How well all are known at the beginning.", DefaultValueFactory = _ => KindWords.New };
        standing.AcceptOnlyFromAmong([.. KindWords.Standings.Keys]);
        var honest = Ranged.Option("--honest-until", "Up to which round attackers play fair.", 0UL, (0UL, 1000UL));
        var verifiers = Ranged.OptionOrNone<int>("--verifiers", "How many verifiers the hub has of its own; by default one for 25 leases. With none, those who take part verify each other.", (0, 1000));
        var rough = new Option<bool>("--rough") { Description = "People come and go, lines lose much and are cut for minutes, clocks go wrong.", Arity = ArgumentArity.Zero };
        var weights = Ranged.Option("--weights", "How many weights the model has.", new MadeUpOptions().Weights, (1, 1_000_000));
        var learn = new Option<bool>("--learn") { Description = "All leases are really trained and replayed here, one after another, and models play houses: a small model, 64 peers at most.", Arity = ArgumentArity.Zero };
        var play = new Option<string?>("--play") { Description = "A folder of episodes that --learn learns from; by default play is made up.", HelpName = "DIR" };
        var seed = Ranged.Seed("Fixes everything: the same seed comes to the same report.");
        var verb = new Verb(
            "simulate",
            "A swarm in virtual time on this machine: the protocol is real, with signatures and all; lines, people and learning are drawn. Minutes for 10,000 peers.",
            new Example("blockassist swarm simulate", "16 honest peers, three rounds"),
            new Example("blockassist swarm simulate --peers 40 --attackers 0.25 --kind lazy --rounds 10", "who was found out when, and what it brought them"),
            new Example("blockassist swarm simulate --peers 4 --attackers 0.25 --learn --play episodes", "with real learning from people's play; some minutes a round"),
            new Example("blockassist swarm simulate --peers 200 --rough --standing named --json", "with cut lines and wrong clocks, for a program"))
        {
            peers, attackers, kind, rounds, standing, honest, verifiers, rough, weights, learn, play, seed,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            var isRough = parsed.GetValue(rough);
            var options = new SimulationOptions
            {
                Peers = parsed.GetValue(peers),
                Attackers = parsed.GetValue(attackers),
                Kind = KindWords.KindOf(parsed.GetRequiredValue(kind)),
                Rounds = parsed.GetValue(rounds),
                Standing = KindWords.Standings[parsed.GetRequiredValue(standing)],
                HonestUntil = parsed.GetValue(honest),
                HubVerifiers = parsed.GetValue(verifiers),
                Seed = parsed.GetValue(seed),
                Plan = new RoundPlan { MostLeases = MostLeases },
                Lines = isRough ? LineOptions.Rough : new LineOptions(),
                Sessions = isRough ? SessionOptions.Rough : new SessionOptions(),
            };
            Check(options);
            using var real = parsed.GetValue(learn) ? Learn(options, parsed.GetValue(play), cancellation) : null;
            ISimulatedLearning learning = real is null ? new MadeUpLearning(new MadeUpOptions { Weights = parsed.GetValue(weights), Seed = options.Seed }) : real;
            var report = context.WithProgress(
                "rounds",
                options.Rounds,
                meter => new SwarmSimulation(options, learning, context.Surroundings.Clock).Run(new Advancing(() => meter.Advance()), cancellation));
            context.Output.Result(report, SimulationJson.Default.SimulationReport, SimulationTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }

    private static RealLearning Learn(SimulationOptions options, string? play, CancellationToken cancellation)
    {
        if (options.CountOfIdentities > MostLearners)
        {
            throw new ForeseenException($"{options.CountOfIdentities} identities are too many to train them all here, {MostLearners} at most", "Name fewer --peers, or leave --learn out: learning is drawn then.");
        }

        TorchRuntime.Start(1);
        return RealLearning.From(play, options.Seed, cancellation);
    }

    private static void Check(SimulationOptions options)
    {
        if (Math.Round(options.Peers * options.Attackers) >= options.Peers)
        {
            throw new ForeseenException($"of {options.Peers} peers not all can be attackers", "Name fewer --attackers, or more --peers.");
        }

        if (options.CountOfIdentities > MostIdentities)
        {
            throw new ForeseenException($"{options.CountOfIdentities} identities are more than a round can name, {MostIdentities} at most", "Name fewer --attackers, or fewer --peers.");
        }
    }

    private sealed class Advancing(Action advance) : IProgress<int>
    {
        public void Report(int value) => advance();
    }
}
