using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist play</c>: a person builds, an assistant helps, and all of it is recorded.</summary>
internal static class PlayCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var input = new PlayInput();
        var verb = new Verb(
            "play",
            "Builds houses from blueprints, records every action, and learns from it.",
            new Example("blockassist play", "a window with a menu; an assistant builds along"),
            new Example("blockassist play --seed 7", "straight to house 7"),
            new Example("blockassist play --goals houses/cabin.schem --assistant none", "a house of your own, alone"),
            new Example("blockassist play --seed 7 --assistant-model 3f9c2a", "a model of your own helps"),
            new Example("blockassist play --headless --sessions 3", "all that a node does, three times, and a page about it"),
            new Example("blockassist play --headless --only-play --sessions 3 --goals houses/ --json", "only builds three houses of a folder, for a program"));
        verb.Takes(input.Options);
        verb.TakesSettings();
        verb.Runs((parsed, context, cancellation) =>
        {
            var order = input.OrderIn(parsed, context.Surroundings.Clock);
            using var playing = HeldFile.TryTake(context.Home.Playing);
            if (!input.IsHeadless(parsed) && TryPlay(order, context, cancellation) is { } played)
            {
                context.Output.Result(played, PlayJson.Default.SessionsReport, SessionTables.Of);
            }
            else if (input.IsAlone(parsed))
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
}
