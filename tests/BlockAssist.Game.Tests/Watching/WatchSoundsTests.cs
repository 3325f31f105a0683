using BlockAssist.Game.Platform;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;
using BlockAssist.Game.Tests.Sound;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Watching;

/// <summary>Listens to an episode.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class WatchSoundsTests : IDisposable
{
    private const double FrameSeconds = 1.0 / 30;

    private readonly SomeClient _game = new();
    private readonly WatchedEpisode _episode;
    private readonly WatchLoop _loop;

    public WatchSoundsTests()
    {
        _episode = SomeEpisode.Of(_game.Folder);
        _game.Client.Watch(_episode);
        _loop = _game.Client.Watched!;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Every_block_is_heard_where_it_was_built_and_once_that_the_house_stands(int faster)
    {
        _loop.Playhead.ChangeSpeed(faster);

        PlayOn();

        var frame = _loop.Scene.World.Place.Frame;
        Assert.Equal(_episode.Changes.Count(change => change.After == Block.Air), Count(SoundKind.Break));
        Assert.Equal(
            _episode.Changes.Where(change => change.After != Block.Air).Select(change => frame.ToWorld(frame.Size.PosOf(change.Cell))).Select(cell => (cell.X + 0.5f, cell.Y + 0.5f, cell.Z + 0.5f)),
            _game.Heard.Played.Where(played => HeardSounds.KindOf(played.Clip) == SoundKind.Place).Select(played => (played.Cue.Place!.Value.X, played.Cue.Place.Value.Y, played.Cue.Place.Value.Z)));
        Assert.Equal(_episode.Changes.Count(change => change.Builder == 1), Count(SoundKind.Chime));
        Assert.Equal(1, Count(SoundKind.Completion));
        Assert.True(Count(SoundKind.Step) > 5);
    }

    [Fact]
    public void Faster_than_four_times_nothing_is_heard()
    {
        _loop.Playhead.ChangeSpeed(3);

        PlayOn();

        Assert.Empty(_game.Heard.Kinds);
    }

    [Fact]
    public void Whoever_goes_elsewhere_hears_nothing_on_the_way()
    {
        for (var press = 0; press < 40; press++)
        {
            _loop.Playhead.Seek(_loop.Playhead.Time + 700);
            _game.Client.Frame(FrameSeconds);
        }

        _game.Press(GlfwKey.End);
        _game.Press(GlfwKey.Home);
        for (var press = 0; press < 50; press++)
        {
            _game.Press(GlfwKey.Period);
        }

        Assert.Empty(_game.Heard.Kinds);
        Assert.True(_loop.Scene.World.Progress.Total.Left < _loop.Scene.World.Blocks.Length);
    }

    [Fact]
    public void The_ears_are_at_the_camera_and_volumes_are_the_persons()
    {
        _game.Client.Settings.Change(settings => settings with { Sound = settings.Sound with { Assistant = 0, Blocks = 0, Footsteps = 0, Jingles = 0.5f, Master = 1 } });

        PlayOn();

        Assert.Equal([SoundKind.Completion], _game.Heard.Kinds);
        Assert.NotEqual(default, _game.Heard.Ears.Place);
        var before = _game.Heard.Ears.Place;
        _game.Press(GlfwKey.W, frames: 20);
        Assert.NotEqual(before, _game.Heard.Ears.Place);
    }

    public void Dispose() => _game.Dispose();

    private void PlayOn()
    {
        // Nothing is seen, so that nothing need be drawn.
        _game.Window.Minimize();
        while (!_loop.Playhead.IsAtEnd)
        {
            _game.Client.Frame(FrameSeconds);
        }
    }

    private int Count(SoundKind kind) => _game.Heard.Kinds.Count(heard => heard == kind);
}
