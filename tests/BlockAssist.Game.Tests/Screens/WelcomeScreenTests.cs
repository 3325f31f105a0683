using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;

namespace BlockAssist.Game.Tests.Screens;

/// <summary>Whoever starts the game for the first time is told what is recorded and where it goes, once.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class WelcomeScreenTests
{
    [Fact]
    public void Who_never_played_is_welcomed_once_and_is_in_the_menu_then()
    {
        using var game = new SomeClient(() => null, isFirstStart: true);
        game.Client.OpenMenu();
        game.Frames(2);

        Assert.IsType<WelcomeScreen>(game.Top);
        game.Keep("welcome");
        game.Press(GlfwKey.Enter);
        Assert.IsType<MainMenuScreen>(game.Top);
        game.Client.OpenMenu();
        game.Frames(2);
        Assert.IsType<MainMenuScreen>(game.Top);
    }

    [Fact]
    public void Whoever_has_played_is_not()
    {
        using var game = new SomeClient();
        game.Client.OpenMenu();
        game.Frames(2);

        Assert.IsType<MainMenuScreen>(game.Top);
    }
}
