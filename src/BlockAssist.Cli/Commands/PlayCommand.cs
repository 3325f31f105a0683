using System.CommandLine;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play</c>: a person builds, an assistant helps, and all of it is recorded.</summary>
internal static class PlayCommand
{
    private const int MostSessions = 1000;

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
            var order = new PlayOrder
            {
                Seed = parsed.GetValue(seed) ?? NewSeed(context.Surroundings.Clock),
                IsSeedSaid = parsed.GetValue(seed) is not null,
                Sessions = parsed.GetValue(sessions),
                IsStraight = parsed.GetValue(seed) is not null || IsGiven(parsed, goals) || IsGiven(parsed, sessions),
                Goals = parsed.GetValue(goals) ?? [],
                Player = parsed.GetRequiredValue(player),
                Assistant = parsed.GetValue(assistant),
                Model = parsed.GetValue(model),
                Site = parsed.GetValue(site),
                Folder = parsed.GetValue(folder),
                Rounds = parsed.GetValue(rounds),
                LearnSteps = parsed.GetValue(steps),
                Training = TimeSpan.FromSeconds(parsed.GetValue(training)),
                DashboardPort = parsed.GetValue(dashboard),
            };

            // Whoever names who plays, who helps or where to record wants that alone.
            var isAlone = parsed.GetValue(onlyPlay) || ((Option[])[player, assistant, model, site, folder]).Any(option => IsGiven(parsed, option));
            using var playing = HeldFile.TryTake(context.Home.Playing);
            if (!parsed.GetValue(headless) && TryPlay(order, context, cancellation) is { } played)
            {
                context.Output.Result(played, PlayJson.Default.SessionsReport, SessionTables.Of);
            }
            else if (isAlone)
            {
                context.Output.Result(PlayAlone.Play(order, context, cancellation), PlayJson.Default.SessionsReport, SessionTables.Of);
            }
            else
            {
                context.Output.Result(PlayLooped.Play(order, context, cancellation), LoopJson.Default.LoopReport, LoopPage.Of);
            }

            return ExitCode.Done;
        });
        return verb;
    }

    /// <summary>Plays in a window; null where there is none to be had.</summary>
    private static SessionsReport? TryPlay(PlayOrder order, CommandContext context, CancellationToken cancellation)
    {
        try
        {
            return PlayInWindow.Play(order, context, cancellation);
        }
        catch (PlatformException fault)
        {
            context.Log.Information("No window: {Reason}. A scripted player plays, as with --headless", fault.Message);
            return null;
        }
    }

    // Short enough to be read out; it needs to differ, not to be secret.
    private static ulong NewSeed(TimeProvider clock) => (ulong)(clock.GetUtcNow().ToUnixTimeMilliseconds() % 1_000_000);

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
