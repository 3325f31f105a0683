using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sound;

public sealed class SessionSoundsTests : IDisposable
{
    private const double Frame = 1.0 / 60;

    private readonly TemporaryFolder _folder = new();
    private readonly HeardSounds _heard = new();
    private readonly GameSounds _sounds;

    public SessionSoundsTests() => _sounds = new GameSounds(_heard);

    [Fact]
    public void A_block_is_heard_where_it_is_placed_and_where_it_is_broken()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"));
        using var sounds = new SessionSounds(session, _sounds);
        var cell = new BlockPos(4, 2, 4);
        var middle = session.Frame.ToWorld(cell);

        Assert.Null(session.PlaceAt(cell, Block.Planks));
        Assert.Null(session.BreakAt(cell));

        Assert.Equal([SoundKind.Place, SoundKind.Break], _heard.Kinds);
        Assert.All(_heard.Played, played => Assert.Equal(new Vector3(middle.X + 0.5f, middle.Y + 0.5f, middle.Z + 0.5f), played.Cue.Place));
    }

    [Fact]
    public void What_the_assistant_places_is_a_touch_different()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"), new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, ActionMilliseconds = 100 });
        using var sounds = new SessionSounds(session, _sounds);

        session.Advance(20_000);

        var placed = _heard.Played.Where(played => HeardSounds.KindOf(played.Clip) == SoundKind.Place).ToArray();
        Assert.NotEmpty(placed);
        Assert.All(placed, played => Assert.True(played.Cue.Pitch > 1.05f));
        Assert.Equal(_heard.Played.Count(played => HeardSounds.KindOf(played.Clip) is SoundKind.Place or SoundKind.Break), _heard.Played.Count(played => HeardSounds.KindOf(played.Clip) == SoundKind.Chime));
    }

    [Fact]
    public void That_the_house_stands_is_heard_once()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"), new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, ActionMilliseconds = 50 });
        using var sounds = new SessionSounds(session, _sounds);

        session.Advance(200_000);

        Assert.True(session.IsComplete);
        Assert.Single(_heard.Played, played => HeardSounds.KindOf(played.Clip) == SoundKind.Completion);
    }

    [Fact]
    public void A_held_button_that_is_refused_is_answered_now_and_then()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"));
        using var sounds = new SessionSounds(session, _sounds);

        for (var frame = 0; frame < 120; frame++)
        {
            sounds.Follow(new Camera(), Frame, Rejection.OutsideSite);
        }

        Assert.InRange(_heard.Played.Count, 2, 3);
    }

    [Fact]
    public void Whoever_clicks_at_the_sky_is_not_told_off()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"));
        using var sounds = new SessionSounds(session, _sounds);

        sounds.Follow(new Camera(), Frame, Rejection.NothingInReach);

        Assert.Empty(_heard.Played);
    }

    [Fact]
    public void The_ears_are_where_the_eyes_are()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"));
        using var sounds = new SessionSounds(session, _sounds);
        var camera = new Camera { Place = new Vector3(3, 4, 5), Yaw = 90 };

        sounds.Follow(camera, Frame, null);

        Assert.Equal((camera.Place, camera.Direction), (_heard.Ears.Place, _heard.Ears.Forward));
    }

    [Fact]
    public void Steps_are_heard_while_the_player_walks_and_a_frame_allocates_nothing()
    {
        using var session = SomeSession.Start(_folder.File("a.bae"));
        using var sounds = new SessionSounds(session, _sounds);
        var camera = new Camera();
        session.Stand(new BlockPos(1, 2, 1));
        session.Gait = new() { Forward = 1 };
        Walk(10);

        var spent = Walk(100);

        Assert.True(_heard.Played.Count(played => HeardSounds.KindOf(played.Clip) == SoundKind.Step) >= 3, $"{_heard.Played.Count} steps");
        Assert.Equal(0, spent);

        long Walk(int frames)
        {
            var spent = 0L;
            for (var frame = 0; frame < frames; frame++)
            {
                session.Advance(session.Time + (1000 * Frame));
                var before = GC.GetAllocatedBytesForCurrentThread();
                sounds.Follow(camera, Frame, null);
                spent += GC.GetAllocatedBytesForCurrentThread() - before;
            }

            return spent;
        }
    }

    public void Dispose()
    {
        _sounds.Dispose();
        _folder.Dispose();
    }
}
