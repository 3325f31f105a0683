using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;

namespace BlockAssist.Game.Tests.Screens;

/// <summary>Whoever has played is asked once whether it is recorded.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class ConsentScreenTests : IDisposable
{
    private readonly SomeClient _game = new();

    public ConsentScreenTests() => _game.Consent.IsGiven = null;

    public void Dispose() => _game.Dispose();

    [Fact]
    public void Nobody_is_asked_before_there_is_anything_to_record()
    {
        _game.Client.OpenMenu();
        _game.Frames(2);

        Assert.IsType<MainMenuScreen>(_game.Top);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_answer_is_noted_and_not_asked_for_again(bool refuses)
    {
        PlayAndLeave();
        Assert.IsType<ConsentScreen>(_game.Top);
        _game.Keep("consent");
        if (refuses)
        {
            _game.Press(GlfwKey.Right);
        }

        _game.Press(GlfwKey.Enter);

        Assert.Equal(!refuses, _game.Consent.IsGiven);
        Assert.IsType<MainMenuScreen>(_game.Top);
        PlayAndLeave();
        Assert.IsType<MainMenuScreen>(_game.Top);
    }

    [Fact]
    public void Who_goes_back_has_said_nothing_and_is_in_the_menu()
    {
        PlayAndLeave();
        _game.Press(GlfwKey.Escape);

        Assert.IsType<MainMenuScreen>(_game.Top);
        Assert.Null(_game.Consent.IsGiven);
        PlayAndLeave();
        Assert.IsType<MainMenuScreen>(_game.Top);
    }

    [Fact]
    public void Who_says_yes_is_told_how_the_account_is_kept()
    {
        PlayAndLeave();
        var before = _game.Client.Toasts.Shown;

        _game.Press(GlfwKey.Enter);

        Assert.Equal(before + 1, _game.Client.Toasts.Shown);
    }

    [Fact]
    public void An_answer_that_cannot_be_written_down_is_told()
    {
        _game.Consent.Fails = true;
        PlayAndLeave();
        var before = _game.Client.Toasts.Shown;

        _game.Press(GlfwKey.Enter);

        Assert.IsType<MainMenuScreen>(_game.Top);
        Assert.Equal(before + 1, _game.Client.Toasts.Shown);
    }

    private void PlayAndLeave()
    {
        _game.Play();
        _game.Client.OpenMenu();
        _game.Frames(2);
    }
}
