using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Screens;

namespace BlockAssist.Game.Play;

/// <summary>Opens the screens of a session: by their keys, when the window loses the focus, when the house stands.</summary>
/// <param name="client">Has the screens.</param>
/// <param name="stages">Have the session.</param>
/// <param name="navigation">Makes the screens.</param>
internal sealed class SessionScreens(GameClient client, Stages stages, Navigation navigation)
{
    /// <summary>Opens what was asked for by a key. The key of the pause says no to a suggestion first, if there is one.</summary>
    public void FollowKeys()
    {
        if (client.Loop is not { } loop || client.Screens.Count > 0)
        {
            return;
        }

        var isAnswer = loop.Actions.Begun(GameAction.Menu) > 0 && stages.Session is { } played && played.Session.DeclineSuggestion();
        if (!isAnswer && navigation.ScreenOf(loop.Actions) is { } screen)
        {
            Open(loop, screen);
        }
    }

    /// <summary>Lets time stand still, if something is played.</summary>
    public void Pause()
    {
        if (client.Loop is { } loop && !client.Screens.StopsTime)
        {
            Open(loop, navigation.PauseScreen());
        }
    }

    /// <summary>Says that the house stands, and after a while how it came about.</summary>
    /// <param name="seconds">How late it is.</param>
    public void FollowHouse(double seconds)
    {
        if (client.Loop is not { } loop || stages is not { Session: { } played, Completion: { } completion })
        {
            return;
        }

        if (completion.Stands(seconds))
        {
            client.Toasts.Show("The house stands!", ToastKind.Success);
        }

        if (completion.IsTime(seconds, client.Screens.Count == 0))
        {
            Open(loop, navigation.CompletionScreen(played));
        }
    }

    private void Open(PlayLoop loop, Screen screen)
    {
        loop.Release();
        client.Screens.Push(screen);
    }
}
