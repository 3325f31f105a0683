using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Watching;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist watch</c>: shows a recorded episode in a window.</summary>
internal static class WatchCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = EpisodeInput.File();
        var time = Ranged.Option("--time", "Where to begin, in seconds from the start.", 0.0, (0, EpisodeInput.LatestSecond));
        var verb = new Verb(
            "watch",
            "Shows a recorded episode in a window: go to any moment, look from anywhere.",
            new Example("blockassist watch house.bae", "from its start"),
            new Example("blockassist watch house.bae --time 90", "from a minute and a half on"))
        {
            file, time,
        };
        verb.Runs((parsed, context, cancellation) => Watch(context, parsed.GetRequiredValue(file), 1000 * parsed.GetValue(time), cancellation));
        return verb;
    }

    private static ExitCode Watch(CommandContext context, string file, double from, CancellationToken cancellation)
    {
        var episode = EpisodeInput.Open(file);
        var node = new NodeClient(context);
        try
        {
            using var window = GlfwWindow.Open(new GameWindowOptions());
            using var sounds = node.OpenSounds();
            using var client = new GameClient(window, node.Options(context.Home.Episodes) with { Sounds = sounds }, context.Surroundings.Clock);
            client.Watch(episode, from);
            client.Run(cancellation);
        }
        catch (PlatformException fault)
        {
            throw new ForeseenException($"No window to watch in: {fault.Message}", "Pictures and films can be had without one: blockassist render", fault);
        }

        return ExitCode.Done;
    }
}
