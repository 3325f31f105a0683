using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using Spectre.Console;

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
        var headless = new Option<bool>("--headless") { Description = "Without a window: a scripted player plays, as it does where there is no display." };
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
            Description = "Who helps: the same names, 'belief' for the model that infers what is to be built, or 'none'; by default 'belief' in a window, "
                + "'human' where there is no such model, nobody without a window.",
        };
        assistant.AcceptOnlyFromAmong([.. PlayHelper.Names]);
        var model = new Option<string?>("--assistant-model") { Description = "The model of 'belief': a file, or the start of a hash; by default the one that plays.", HelpName = "FILE|HASH" };
        var site = BlueprintInput.Size("--site", new GridSize(11, 10, 10), "The size of the site.");
        var seed = Ranged.SeedOrNone("The seed of goals and players; by default a new one each time.");
        var folder = new Option<string?>("--out") { Description = "Where to record; by default the node's own episodes.", HelpName = "DIR" };
        var verb = new Verb(
            "play",
            "Builds houses from blueprints and records every action.",
            new Example("blockassist play", "a window with a menu; an assistant builds along"),
            new Example("blockassist play --seed 7", "straight to house 7"),
            new Example("blockassist play --goals houses/cabin.schem --assistant none", "a house of your own, alone"),
            new Example("blockassist play --seed 7 --assistant-model 3f9c2a", "a model of your own helps"),
            new Example("blockassist play --headless", "a scripted player builds a made-up house"),
            new Example("blockassist play --headless --sessions 3 --goals houses/ --json", "three houses of a folder, for a program"))
        {
            headless, sessions, goals, player, assistant, model, site, seed, folder,
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
                using var contributions = new DeliveringBeside(context);
                using var helper = new OpeningHelper(() => PlayHelper.Open(context, parsed.GetValue(assistant), parsed.GetValue(model), parsed.GetValue(site), inRealTime: true));
                using var learner = Learns(parsed.GetValue(assistant), parsed.GetValue(model)) ? new LearningBeside(context, recordings, helper.Reopen) : null;
                var inWindow = new WindowSession(context, recordings, helper, learner, parsed.GetValue(site), start);
                var isSaid = parsed.GetValue(seed) is not null || IsGiven(parsed, goals) || IsGiven(parsed, sessions);
                var first = isSaid ? Enumerable.Range(0, parsed.GetValue(sessions)).Select(own.Take) : [];
                if (TryPlay(context, inWindow, first, cancellation) is { } played)
                {
                    context.Output.Result(played, PlayJson.Default.SessionsReport, Table);
                    return ExitCode.Done;
                }
            }

            var whoHelps = parsed.GetValue(assistant) ?? (parsed.GetValue(model) is null ? PlayHelper.Nobody : PlayHelper.Belief);
            using var beside = PlayHelper.Open(context, whoHelps, parsed.GetValue(model), parsed.GetValue(site), inRealTime: false);
            var person = Seat.Scripted(parsed.GetRequiredValue(player));
            var seats = new Seats(beside.Seat is { } seat ? [person, seat] : [person], start);
            var options = new SiteOptions { Size = parsed.GetValue(site), Horizon = MostSteps, Builders = seats.Options };
            var session = new HeadlessSession(seats, options, recordings, context.Surroundings.Clock);
            return Play(context, session, GoalShelf.Open(options, parsed.GetValue(goals) ?? [], seats.Seed), parsed.GetValue(sessions), cancellation);
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

    private static ExitCode Play(CommandContext context, HeadlessSession session, GoalShelf goals, int sessions, CancellationToken cancellation)
    {
        var report = context.WithProgress("building", sessions, meter =>
        {
            var reports = new List<SessionReport>();
            for (var number = 0; number < sessions; number++)
            {
                reports.Add(session.Play(goals.Take(number), number, cancellation));
                meter.Advance();
            }

            return new SessionsReport(reports);
        });
        context.Output.Result(report, PlayJson.Default.SessionsReport, Table);
        return ExitCode.Done;
    }

    private static Table Table(SessionsReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("goal", "built", "steps", "edits", "of at least", "time", "recorded in");
        foreach (var session in report.Sessions)
        {
            table.AddRow(
                Markup.Escape(session.Goal),
                session.GoalShare.ToString("P1", CultureInfo.InvariantCulture),
                $"{session.Steps}",
                $"{session.Edits}",
                $"{session.FewestEdits}",
                TimeSpan.FromSeconds(session.Seconds).ToString(@"mm\:ss", CultureInfo.InvariantCulture),
                Markup.Escape(session.File));
        }

        return table;
    }
}
