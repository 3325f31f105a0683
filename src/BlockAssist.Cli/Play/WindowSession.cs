using BlockAssist.Cli.Running;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>Plays in a window: from the menu, or straight what is to be built. Every session is recorded as an episode.</summary>
/// <param name="context">Where the node's files are, and its clock.</param>
/// <param name="folder">Where to record.</param>
/// <param name="helper">Who helps.</param>
/// <param name="learner">Learns from sessions; null for nobody.</param>
/// <param name="site">The usual site.</param>
/// <param name="seed">Fixes the land, made-up houses and what the assistant does.</param>
internal sealed class WindowSession(CommandContext context, string folder, OpeningHelper helper, ISessionLearner? learner, GridSize site, ulong seed)
{
    private readonly NodeClient _node = new(context);

    /// <summary>Plays until the window closes.</summary>
    /// <param name="goals">What to begin with, one after the other; none: the menu.</param>
    /// <param name="cancellation">Closes the window; what was played is recorded.</param>
    /// <returns>What came of each session.</returns>
    /// <exception cref="PlatformException">There is no window to be had here; nothing was recorded.</exception>
    public IReadOnlyList<SessionReport> Play(IEnumerable<(string Name, BlockGrid Blocks)> goals, CancellationToken cancellation)
    {
        using var window = GlfwWindow.Open(new GameWindowOptions());
        using var sounds = _node.OpenSounds();
        using var client = new GameClient(window, _node.Options(folder) with { Assistant = helper.For, Learner = learner, Site = site, Seed = seed, Sounds = sounds }, context.Surroundings.Clock);
        foreach (var goal in goals)
        {
            client.Upcoming.Enqueue(goal);
        }

        if (client.Upcoming.TryDequeue(out var first))
        {
            client.Play(first.Name, first.Goal);
        }
        else
        {
            client.OpenMenu();
        }

        client.Run(cancellation);
        return [.. client.Played.Select(Report)];
    }

    private static int Actions(ActionCounts counts) => counts.Moves + counts.Placements + counts.Breaks + counts.Others;

    private static SessionReport Report(PlayedSession played)
    {
        var result = played.Finish();
        var edits = result.Player.Placements + result.Player.Breaks + result.Assistant.Placements + result.Assistant.Breaks;
        return new SessionReport(
            played.GoalName,
            played.File,
            Actions(result.Player) + Actions(result.Assistant),
            result.Milliseconds / 1000.0,
            result.GoalPercentage,
            result.Progress.Left == 0,
            edits,
            played.FewestEdits);
    }
}
