using BlockAssist.Game.Hud;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;
using BlockAssist.Game.Watching;

namespace BlockAssist.Game.Tests.Watching;

/// <summary>Watches by keys and mouse in a window that nobody sees.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class WatchLoopTests : IDisposable
{
    private readonly SomeClient _game = new();
    private readonly WatchedEpisode _episode;
    private readonly WatchLoop _loop;

    public WatchLoopTests()
    {
        _episode = SomeEpisode.Of(_game.Folder);
        _game.Client.Watch(_episode);
        _loop = _game.Client.Watched!;
        _game.Client.Frame(0);
    }

    private OffscreenWindow Window => _game.Window;

    [Fact]
    public void Keys_go_through_time()
    {
        Press(GlfwKey.Space);
        Assert.False(_loop.Playhead.IsPlaying);

        Press(GlfwKey.End);
        Assert.Equal(_episode.Length, _loop.Playhead.Time);
        Assert.Equal(0, _loop.Scene.World.Progress.Total.Left);
        Press(GlfwKey.Left);
        Assert.Equal(_episode.Length - 5000, _loop.Playhead.Time);
        Press(GlfwKey.Home);
        Assert.Equal(0, _loop.Playhead.Time);
        Press(GlfwKey.Right);
        Assert.Equal(5000, _loop.Playhead.Time);
        Press(GlfwKey.P);
        Press(GlfwKey.N);
        Assert.Contains(_episode.Events, happened => happened.Time == _loop.Playhead.Time);
        var at = _loop.Playhead.Time;
        Press(GlfwKey.Period);
        Assert.True(_loop.Playhead.Time > at);
        Press(GlfwKey.Comma);
        Assert.Equal(at, _loop.Playhead.Time);
    }

    [Fact]
    public void A_click_on_the_timeline_goes_there_and_one_beside_it_turns_the_view()
    {
        Press(GlfwKey.Space);
        var (width, height) = Window.Size;
        Click(width / 2, height - 30);
        Assert.InRange(_loop.Playhead.Time, 0.48 * _episode.Length, 0.52 * _episode.Length);
        Assert.False(Window.CursorCaptured);

        Window.Events.Add(InputEvent.MouseDown(MouseButton.Left, width / 2, height / 2));
        _game.Client.Frame(0.02);
        Assert.True(Window.CursorCaptured);
        Window.Events.Add(InputEvent.MouseUp(MouseButton.Left, width / 2, height / 2));
        _game.Client.Frame(0.02);
        Assert.False(Window.CursorCaptured);
    }

    [Fact]
    public void The_camera_is_free_then_goes_around_then_follows_each_builder()
    {
        var views = new List<(WatchView, int)>();
        for (var press = 0; press < 5; press++)
        {
            views.Add((_loop.Camera.View, _loop.Camera.Followed));
            Press(GlfwKey.C);
        }

        Assert.Equal([(WatchView.Free, 0), (WatchView.Orbit, 0), (WatchView.Follow, 0), (WatchView.Follow, 1), (WatchView.Free, 0)], views);
    }

    [Fact]
    public void Without_the_display_the_picture_is_another_and_faster_keys_go_up_to_sixteen_times()
    {
        Press(GlfwKey.Space);
        var shown = Picture();
        Press(GlfwKey.F1);
        Assert.NotEqual(shown, Picture());

        for (var press = 0; press < 9; press++)
        {
            Press(GlfwKey.Equal);
        }

        Assert.Equal(16, _loop.Playhead.Speed);
    }

    [Fact]
    public void Whoever_leaves_a_recording_that_nothing_was_before_closes_the_window()
    {
        Assert.Equal("BlockAssist – tutorial", Window.Title);
        Press(GlfwKey.Escape);

        Assert.True(Window.Closing);
    }

    [Fact]
    public void The_monitor_is_filled_and_a_picture_kept_while_one_watches()
    {
        Press(GlfwKey.F11);
        Press(GlfwKey.F2);

        Assert.True(Window.Fullscreen);
        Assert.Single(_game.Kept);
    }

    [Fact]
    public void It_looks_as_the_person_likes_it()
    {
        Press(GlfwKey.Space);
        var usual = Picture();

        Assert.NotEqual(usual, With(new HudSettings { TextSize = 2 }));
        Assert.NotEqual(usual, With(new HudSettings { Scale = 2 }));
        Assert.NotEqual(usual, With(new HudSettings { ColourVision = ColourVision.Tritanopia }));
        Assert.NotEqual(usual, With(new HudSettings(), new VideoSettings { FieldOfView = 90 }));
        Assert.Equal(usual, With(new HudSettings()));
    }

    [Fact]
    public void With_large_text_a_click_on_the_timeline_still_goes_there()
    {
        Press(GlfwKey.Space);
        _ = With(new HudSettings { TextSize = 2 });

        var (width, height) = Window.Size;
        Click(width / 4, height - 45);

        Assert.InRange(_loop.Playhead.Time, 0.22 * _episode.Length, 0.28 * _episode.Length);
    }

    public void Dispose() => _game.Dispose();

    private void Press(GlfwKey key)
    {
        Window.Events.Add(InputEvent.KeyDown(key));
        Window.Events.Add(InputEvent.KeyUp(key));
        _game.Client.Frame(0);
    }

    private void Click(int x, int y)
    {
        Window.PointerAt = (x, y);
        Window.Events.Add(InputEvent.MouseDown(MouseButton.Left, x, y));
        Window.Events.Add(InputEvent.MouseUp(MouseButton.Left, x, y));
        _game.Client.Frame(0);
    }

    private byte[] With(HudSettings hud, VideoSettings? video = null)
    {
        _game.Client.Settings.Change(settings => settings with { Hud = hud, Video = video ?? new VideoSettings() });
        return Picture();
    }

    // With all meshes that other threads make.
    private byte[] Picture()
    {
        _game.Until(() => _loop.Scene.Pending == 0 && !_loop.Playhead.IsPlaying);
        _game.Client.Frame(0);
        return _game.Picture();
    }
}
