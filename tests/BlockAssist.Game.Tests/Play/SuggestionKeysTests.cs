using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Answers to suggestions by keys.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class SuggestionKeysTests : IDisposable
{
    private readonly SomeClient _game = new(() => new AssistantOptions { Policy = new BelievingPolicy(BelievingPolicy.Wall(7, 2)) });

    public SuggestionKeysTests()
    {
        _game.Client.Settings.Change(settings => settings with { Assistant = settings.Assistant with { Suggests = true, Suggestions = 2 } });
        _game.Play();
        _game.Until(() => _game.Session.CurrentSuggestion is not null);
    }

    public void Dispose() => _game.Dispose();

    [Fact]
    public void Tab_accepts_and_the_assistant_builds_it()
    {
        _game.Session.LookAt(new BlockPos(3, 2, 6));
        _game.Frames(2);
        _game.Keep("suggestions");
        _game.Press(GlfwKey.Tab);

        Assert.True(_game.Session.Assistant!.Suggestions[0].IsAccepted);
        _game.Until(() => _game.Session.BlockAt(new BlockPos(1, 2, 6)) == Block.Planks);
        Assert.Equal(0, _game.Session.Result().Player.Placements);
    }

    [Fact]
    public void Escape_declines_first_and_opens_the_pause_when_there_is_nothing_to_decline()
    {
        _game.Press(GlfwKey.Escape);
        Assert.Null(_game.Top);
        Assert.Null(_game.Session.CurrentSuggestion);
        _game.Press(GlfwKey.Escape);

        Assert.IsType<PauseScreen>(_game.Top);
    }

    [Fact]
    public void A_setting_that_is_changed_holds_at_once_and_leaves_what_a_command_has_set()
    {
        _game.Session.Assistant!.ActionMilliseconds = 100;
        _game.Client.Settings.Change(settings => settings with { Assistant = settings.Assistant with { Suggests = false, Helpfulness = Game.Settings.Helpfulness.Bold } });

        var seat = _game.Session.Assistant;
        Assert.Equal((false, 0.75, 2, 100), (seat.Suggests, seat.Sureness, seat.SuggestionCount, seat.ActionMilliseconds));
    }
}
