using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Watching;

/// <summary>An episode to watch: a person walks and errs, an assistant builds the house.</summary>
internal static class SomeEpisode
{
    public static WatchedEpisode Of(TemporaryFolder folder) => WatchedEpisode.Open(Record(folder));

    public static string Record(TemporaryFolder folder)
    {
        var file = folder.File("episode.bae");
        using var session = SomeSession.Start(file, new AssistantOptions { Policy = new LayerBuilder(), Name = "helper", GoalVisible = true, ActionMilliseconds = 150 });
        // Along the edge, out of the house's way.
        session.Stand(new(10, 2, 1));
        session.Gait = new() { Forward = 1 };
        session.Advance(1500);
        session.Gait = default;
        Assert.Null(session.PlaceAt(new(9, 2, 9), Simulation.Voxels.Block.Wool));
        session.Advance(4000);
        Assert.Null(session.BreakAt(new(9, 2, 9)));
        for (var time = 5000; !session.IsComplete && time < 200_000; time += 500)
        {
            session.Advance(time);
        }

        Assert.True(session.IsComplete);
        session.Finish();
        return file;
    }
}
