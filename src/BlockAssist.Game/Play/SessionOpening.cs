using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Screens;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Play;

/// <summary>Begins sessions, which takes a while: one frame says so, and after it a session is begun.</summary>
/// <param name="client">Has the screens, and the menu if it fails.</param>
/// <param name="stages">Show the session.</param>
internal sealed class SessionOpening(GameClient client, Stages stages)
{
    private Func<PlayedSession>? _start;

    /// <summary>Ends what is played, and begins a session after the next frame.</summary>
    /// <param name="sentence">What takes so long.</param>
    /// <param name="start">Makes the session.</param>
    public void Begin(string sentence, Func<PlayedSession> start)
    {
        stages.End();
        client.Screens.Clear();
        client.Screens.Push(new WaitScreen(sentence));
        _start = start;
    }

    /// <summary>Begins the session that was asked for, if one was; to be called after a frame.</summary>
    public void AfterFrame()
    {
        if (_start is not { } start)
        {
            return;
        }

        _start = null;
        try
        {
            stages.Begin(start());
            client.Screens.Clear();
            TellKeys();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or EpisodeFormatException)
        {
            client.Toasts.Show($"The session cannot begin: {error.Message}", ToastKind.Trouble);
            client.OpenMenu();
        }
    }

    // Once: who goes on to a second house knows them.
    private void TellKeys()
    {
        if (stages is { Played.Count: 0, Session: { } played })
        {
            foreach (var sentence in FirstKeys.Of(client.Settings.Current.Bindings, played.Session.Assistant is not null))
            {
                client.Toasts.Show(sentence);
            }
        }
    }
}
