using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Sound;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Plays a session in a window and records it as an episode.</summary>
/// <param name="context">Where the node's files are, and its clock.</param>
/// <param name="folder">Where to record.</param>
/// <param name="assistant">Who helps, by a name of <see cref="ScriptedBuilders"/>; null for nobody.</param>
/// <param name="seed">Fixes the land and what the assistant does.</param>
internal sealed class WindowSession(CommandContext context, string folder, string? assistant, ulong seed)
{
    /// <summary>Plays until the window closes.</summary>
    /// <param name="goal">The goal and its name.</param>
    /// <param name="cancellation">Closes the window; what was played is recorded.</param>
    /// <exception cref="PlatformException">There is no window to be had here; nothing was recorded.</exception>
    public SessionReport Play((string Name, BlockGrid Blocks) goal, CancellationToken cancellation)
    {
        using var window = GlfwWindow.Open(new GameWindowOptions { Title = $"BlockAssist – {goal.Name}" });
        var place = Place.Create(goal.Blocks.Size, (uint)seed);
        var file = new EpisodeFiles(folder, context.Surroundings.Clock).Next(goal.Name);
        using var session = BuildSession.Start(place.World, place.Frame, new SessionOptions
        {
            Path = file,
            Goal = goal.Blocks,
            GoalName = goal.Name,
            Seed = seed,
            Assistant = assistant is null ? null : new AssistantOptions { Policy = ScriptedBuilders.Create(assistant, seed), Name = assistant, Role = BuilderRole.Scripted, GoalVisible = true },
            Properties = EpisodeFiles.Properties("play", context.Surroundings.Clock),
        });
        using var sounds = OpenSounds();
        var fewest = session.Progress.Total.Left;
        using (var loop = new PlayLoop(window, session, new PlayOptions { GoalName = goal.Name, Sounds = sounds }, context.Surroundings.Clock))
        {
            loop.Run(cancellation);
        }

        return Report(goal.Name, file, fewest, session.Finish());
    }

    // Nobody misses a house for lack of sound.
    private GameSounds OpenSounds()
    {
        var sounds = GameSounds.Open();
        if (sounds.Absence is { } reason)
        {
            context.Log.Debug("No sound: {Reason}", reason);
        }

        return sounds;
    }

    private static int Actions(ActionCounts counts) => counts.Moves + counts.Placements + counts.Breaks + counts.Others;

    private static SessionReport Report(string goal, string file, int fewest, SessionResult result)
    {
        var edits = result.Player.Placements + result.Player.Breaks + result.Assistant.Placements + result.Assistant.Breaks;
        return new SessionReport(
            goal, file, Actions(result.Player) + Actions(result.Assistant), result.Milliseconds / 1000.0, result.GoalPercentage, result.Progress.Left == 0, edits, fewest);
    }
}
