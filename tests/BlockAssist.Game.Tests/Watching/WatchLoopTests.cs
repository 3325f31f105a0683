using BlockAssist.Game.Platform;
using BlockAssist.Game.Tests.Rendering;
using BlockAssist.Game.Watching;

namespace BlockAssist.Game.Tests.Watching;

/// <summary>Watches by keys and mouse in a window that nobody sees.</summary>
public sealed class WatchLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly OffscreenWindow _window;
    private readonly WatchedEpisode _episode;
    private readonly WatchLoop _loop;

    public WatchLoopTests()
    {
        _window = new OffscreenWindow(SceneTests.Open());
        _episode = SomeEpisode.Of(_folder);
        _loop = new WatchLoop(_window, _episode, TimeProvider.System);
    }

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
        var (width, height) = _window.Size;
        Click(width / 2, height - 30);
        Assert.InRange(_loop.Playhead.Time, 0.48 * _episode.Length, 0.52 * _episode.Length);
        Assert.False(_window.CursorCaptured);

        _window.Events.Add(InputEvent.MouseDown(MouseButton.Left, width / 2, height / 2));
        _loop.Frame(0.02);
        Assert.True(_window.CursorCaptured);
        _window.Events.Add(InputEvent.MouseUp(MouseButton.Left, width / 2, height / 2));
        _loop.Frame(0.02);
        Assert.False(_window.CursorCaptured);
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

    public void Dispose()
    {
        _loop.Dispose();
        _window.Dispose();
        _folder.Dispose();
    }

    private void Press(GlfwKey key)
    {
        _window.Events.Add(InputEvent.KeyDown(key));
        _window.Events.Add(InputEvent.KeyUp(key));
        _loop.Frame(0);
    }

    private void Click(int x, int y)
    {
        _window.PointerAt = (x, y);
        _window.Events.Add(InputEvent.MouseDown(MouseButton.Left, x, y));
        _window.Events.Add(InputEvent.MouseUp(MouseButton.Left, x, y));
        _loop.Frame(0);
    }

    private byte[] Picture()
    {
        _loop.Frame(0);
        var pixels = new byte[4 * _window.Size.Width * _window.Size.Height];
        _window.ReadPixels(pixels);
        return pixels;
    }
}
