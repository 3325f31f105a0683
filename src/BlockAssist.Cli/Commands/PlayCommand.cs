using System.CommandLine;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play</c>: a person builds, an assistant helps, and all of it is recorded.</summary>
internal static class PlayCommand
{
    private const int MostSessions = 1000;

    // A session ends when the house stands; this only ends one that never would.
    private const int MostSteps = 10_000;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var headless = new Option<bool>("--headless")
        {
            Description = "Without a window, as where there is no display: a scripted player plays, in a home of its own; the assistant learns from each session, shares what it learnt in a swarm of one, and what was contributed is recorded. One that was broken off goes on.",
        };
        var onlyPlay = new Option<bool>("--only-play") { Description = "Without a window: plays and records, and does nothing else; as where --player, --assistant, --assistant-model, --site or --out is given.", Arity = ArgumentArity.Zero };
        var steps = Ranged.Option("--learn-steps", "Without a window: how many steps the assistant learns after each session; a step takes a core about half a second.", HeadlessLoop.UsualSteps, (1, 10_000));
        var training = Ranged.Option("--train-seconds", "How long is trained in a round of a swarm of one.", HeadlessLoop.UsualTraining, (5, 3600));
        var rounds = new Option<RoundsBeside>("--rounds")
        {
            Description = "In a window: which rounds are trained beside the game, after the assistant has learnt. 'alone': of a swarm of one, which is on this machine only; 'joined': also of the swarm that the node has joined, with the sessions that demos share names; or 'none'.",
            DefaultValueFactory = _ => RoundsBeside.Alone,
        };
        rounds.AcceptOnlyFromAmong("alone", "joined", "none");
        var sessions = Ranged.Option("--sessions", "How many houses to build one after the other.", 1, (1, MostSessions));
        var goals = new Option<string[]>("--goals")
        {
            Description = "Blueprint files or folders to build, in turn; by default made-up houses.",
            HelpName = "FILE...",
            AllowMultipleArgumentsPerToken = true,
        };
        var player = new Option<string>("--player") { Description = $"Who plays: {ScriptedBuilders.Description}.", DefaultValueFactory = _ => "human" };
        player.AcceptOnlyFromAmong([.. ScriptedBuilders.Names]);
        var assistant = new Option<string?>("--assistant")
        {
            Description = "Who helps: the same names, 'belief' for the model that infers what is to be built, or 'none'; by default 'belief', "
                + "'human' where there is no such model, nobody with --only-play.",
        };
        assistant.AcceptOnlyFromAmong([.. PlayHelper.Names]);
        var model = new Option<string?>("--assistant-model") { Description = "The model of 'belief': a file, or the start of a hash; by default the one that plays.", HelpName = "FILE|HASH" };
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The size of the site.");
        var seed = Ranged.SeedOrNone("The seed of goals and players; by default a new one each time.");
        var folder = new Option<string?>("--out") { Description = "Where to record; by default the node's own episodes.", HelpName = "DIR" };
        var dashboard = DashboardInput.Port();
        var verb = new Verb(
            "play",
            "Builds houses from blueprints, records every action, and learns from it.",
            new Example("blockassist play", "a window with a menu; an assistant builds along"),
            new Example("blockassist play --seed 7", "straight to house 7"),
            new Example("blockassist play --goals houses/cabin.schem --assistant none", "a house of your own, alone"),
            new Example("blockassist play --seed 7 --assistant-model 3f9c2a", "a model of your own helps"),
            new Example("blockassist play --headless --sessions 3", "all that a node does, three times, and a page about it"),
            new Example("blockassist play --headless --only-play --sessions 3 --goals houses/ --json", "only builds three houses of a folder, for a program"))
        {
            headless, onlyPlay, steps, training, rounds, sessions, goals, player, assistant, model, site, seed, folder, dashboard,
        };
        verb.TakesSettings();
        verb.Runs((parsed, context, cancellation) =>
        {
            var start = parsed.GetValue(seed) ?? NewSeed(context.Surroundings.Clock);
            var recordings = parsed.GetValue(folder) ?? context.Home.Episodes;
            using var playing = HeldFile.TryTake(context.Home.Playing);
            if (!parsed.GetValue(headless))
            {
                var own = GoalShelf.Open(new SiteOptions { Size = parsed.GetValue(site) }, parsed.GetValue(goals) ?? [], start);
                using var page = DashboardInput.Start(parsed.GetValue(dashboard), context, cancellation);
                using var contributions = new DeliveringBeside(context);
                using var helper = new OpeningHelper(() => PlayHelper.Open(context, parsed.GetValue(assistant), parsed.GetValue(model), parsed.GetValue(site), inRealTime: true));
                var supervisor = new Supervisor(context.Log, context.Surroundings.Clock);
                var round = new RoundBeside(context, supervisor, recordings, parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(training)));
                using var learner = Learns(parsed.GetValue(assistant), parsed.GetValue(model)) ? new LearningBeside(context, recordings, helper.Reopen, supervisor) { Round = round } : null;
                var inWindow = new WindowSession(context, recordings, helper, learner, parsed.GetValue(site), start);
                var isSaid = parsed.GetValue(seed) is not null || IsGiven(parsed, goals) || IsGiven(parsed, sessions);
                var first = isSaid ? Enumerable.Range(0, parsed.GetValue(sessions)).Select(own.Take) : [];
                if (TryPlay(context, inWindow, first, cancellation) is { } played)
                {
                    context.Output.Result(played, PlayJson.Default.SessionsReport, SessionTables.Of);
                    return ExitCode.Done;
                }
            }

            // Whoever names who plays, who helps or where to record wants that alone.
            var isAlone = parsed.GetValue(onlyPlay) || ((Option[])[player, assistant, model, site, folder]).Any(option => IsGiven(parsed, option));
            if (!isAlone)
            {
                var order = new LoopOrder(parsed.GetValue(sessions), start, parsed.GetValue(goals) ?? []);
                var scripted = context.In(context.Home.Scripted);
                using var page = DashboardInput.Start(parsed.GetValue(dashboard), scripted, cancellation);
                var loop = new HeadlessLoop(scripted, new Supervisor(context.Log, context.Surroundings.Clock) { GivesWay = false })
                {
                    Steps = parsed.GetValue(steps),
                    Training = TimeSpan.FromSeconds(parsed.GetValue(training)),
                };
                context.Output.Result(loop.RunAsync(order, parsed.GetValue(seed) is not null, cancellation).GetAwaiter().GetResult(), LoopJson.Default.LoopReport, LoopPage.Of);
                return ExitCode.Done;
            }

            using var shown = DashboardInput.Start(parsed.GetValue(dashboard), context, cancellation);
            var whoHelps = parsed.GetValue(assistant) ?? (parsed.GetValue(model) is null ? PlayHelper.Nobody : PlayHelper.Belief);
            using var beside = PlayHelper.Open(context, whoHelps, parsed.GetValue(model), parsed.GetValue(site), inRealTime: false);
            var seats = Seats.Of(Seat.Scripted(parsed.GetRequiredValue(player)), beside.Seat, start);
            var options = new SiteOptions { Size = parsed.GetValue(site), Horizon = MostSteps, Builders = seats.Options };
            var session = new HeadlessSession(seats, options, context.Surroundings.Clock);
            return Play(context, session, new EpisodeFiles(recordings, context.Surroundings.Clock), GoalShelf.Open(options, parsed.GetValue(goals) ?? [], seats.Seed), parsed.GetValue(sessions), cancellation);
        });
        return verb;
    }

    // Whoever names a model wants that one.
    private static bool Learns(string? assistant, string? model) => assistant is null or PlayHelper.Belief && model is null;

    // Short enough to be read out; it needs to differ, not to be secret.
    private static ulong NewSeed(TimeProvider clock) => (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() % 1_000_000);

    /// <summary>Plays in a window; null where there is none to be had.</summary>
    private static SessionsReport? TryPlay(
        CommandContext context, WindowSession session, IEnumerable<(string Name, BlockGrid Goal)> goals, CancellationToken cancellation)
    {
        try
        {
            return new SessionsReport(session.Play(goals, cancellation));
        }
        catch (PlatformException fault)
        {
            context.Log.Information("No window: {Reason}. A scripted player plays, as with --headless", fault.Message);
            return null;
        }
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static ExitCode Play(CommandContext context, HeadlessSession session, EpisodeFiles files, GoalShelf goals, int sessions, CancellationToken cancellation)
    {
        var report = context.WithProgress("building", sessions, meter =>
        {
            var reports = new List<SessionReport>();
            for (var number = 0; number < sessions; number++)
            {
                var goal = goals.Take(number);
                reports.Add(session.Play(goal, number, files.Next(goal.Name), cancellation));
                meter.Advance();
            }

            return new SessionsReport(reports);
        });
        context.Output.Result(report, PlayJson.Default.SessionsReport, SessionTables.Of);
        return ExitCode.Done;
    }
}
