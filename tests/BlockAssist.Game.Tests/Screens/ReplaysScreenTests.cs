using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Tests.Play;

namespace BlockAssist.Game.Tests.Screens;

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
        _game.Press(GlfwKey.Enter);

        Assert.Equal("a house", replays.Episodes[0].Goal);
        Assert.Same(replays, _game.Top);
    }

    [Fact]
    public void Who_can_show_a_recording_is_told_which_is_wanted()
    {
        var wanted = new List<string>();
        _game.Client.ReplayChosen += episode => wanted.Add(episode.Path);
        var replays = Open();
        _game.Until(() => replays.Episodes.Count == 1);

        _game.Press(GlfwKey.Enter);
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Enter);

        Assert.Equal([_game.Client.Played[0].File, _game.Client.Played[0].File], wanted);
    }

    private ReplaysScreen Open()
    {
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Enter);
        return Assert.IsType<ReplaysScreen>(_game.Top);
    }
}
