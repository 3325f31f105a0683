using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;

namespace BlockAssist.Game.Tests.Screens;

[Collection(DrawingInTurn.Name)]
public sealed class ReplaysScreenTests : IDisposable
{
    private readonly SomeClient _game = new();

    public ReplaysScreenTests()
    {
        _game.Play();
        _game.Frames(60);
        _game.Client.OpenMenu();
        _game.Frames(1);
    }

    public void Dispose() => _game.Dispose();

    [Fact]
    public void Recordings_are_listed_with_what_is_known_of_them()
    {
        var replays = Open();

        _game.Until(() => replays.Episodes.Count == 1);
        _game.Frames(1);
        _game.Keep("replays");

        Assert.Equal("a house", replays.Episodes[0].Goal);
        Assert.Same(replays, _game.Top);
    }

    [Fact]
    public void A_recording_is_watched_until_one_has_seen_enough()
    {
        var replays = Open();
        _game.Until(() => replays.Episodes.Count == 1);

        _game.Press(GlfwKey.Enter);
        _game.Frames(30);
        var time = _game.Client.Watched?.Playhead.Time;
        _game.Keep("watched");
        _game.Press(GlfwKey.Escape);

        Assert.InRange(time ?? -1, 100, 1000);
        Assert.Null(_game.Client.Watched);
        Assert.Same(replays, _game.Top);
    }

    [Fact]
    public void A_recording_that_went_away_is_told_of()
    {
        var replays = Open();
        _game.Until(() => replays.Episodes.Count == 1);
        File.Delete(replays.Episodes[0].Path);
        var toasts = _game.Client.Toasts.Waiting + _game.Client.Toasts.Shown;

        _game.Press(GlfwKey.Enter);

        Assert.Null(_game.Client.Watched);
        Assert.Equal(toasts + 1, _game.Client.Toasts.Waiting + _game.Client.Toasts.Shown);
    }

    private ReplaysScreen Open()
    {
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Enter);
        return Assert.IsType<ReplaysScreen>(_game.Top);
    }
}
