using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Watching;

namespace BlockAssist.Game.Play;

/// <summary>What is behind the screens: a session under way, a recording, the land of the menu, or nothing while one makes room for the other.</summary>
/// <param name="window">Where it is seen.</param>
/// <param name="threads">How many threads make meshes.</param>
/// <param name="sounds">What is heard; null for silence.</param>
/// <param name="toasts">Takes messages.</param>
/// <param name="clock">The time.</param>
internal sealed class Stages(IGameWindow window, int threads, GameSounds? sounds, Toasts toasts, TimeProvider clock) : IDisposable
{
    private const string Title = "BlockAssist";

    private readonly List<PlayedSession> _played = [];
    private GameSettings _applied = new();
    private IStage? _covered;

    /// <summary>What is seen; null for nothing.</summary>
    public IStage? Current { get; private set; }

    /// <summary>What is played; null for nothing.</summary>
    public PlayedSession? Session { get; private set; }

    /// <summary>Watches over the session; null without one.</summary>
    public CompletionWatch? Completion { get; private set; }

    /// <summary>What was played and is over.</summary>
    public IReadOnlyList<PlayedSession> Played => _played;

    /// <summary>Shows the land of the menu.</summary>
    public void OpenLand()
    {
        Uncover();
        if (Current is not MenuLand)
        {
            Change(new MenuLand(window, clock, threads));
        }
    }

    /// <summary>Shows a recording over what is seen, which waits for <see cref="Uncover"/>.</summary>
    /// <param name="episode">What.</param>
    /// <param name="from">Where to begin, in milliseconds since the start.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public void Watch(WatchedEpisode episode, double from)
    {
        var watched = new WatchLoop(window, episode, sounds, toasts, clock);
        watched.Playhead.Seek(from);
        Uncover();
        (_covered, Current) = (Current, watched);
        watched.Apply(_applied);
        window.SetTitle($"{Title} – {episode.Header.GoalName}");
    }

    /// <summary>Ends the recording and shows again what it was shown over.</summary>
    /// <returns>Whether there was something; a recording that covers nothing stays.</returns>
    public bool Uncover()
    {
        if (_covered is not { } below)
        {
            return false;
        }

        Current?.Dispose();
        (Current, _covered) = (below, null);
        below.Apply(_applied);
        window.SetTitle(Title);
        return true;
    }

    /// <summary>Shows a session, which is closed by <see cref="End"/>.</summary>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public void Begin(PlayedSession played)
    {
        (Session, Completion) = (played, new CompletionWatch(played.Session));
        window.SetTitle($"{Title} – {played.GoalName}");
        var options = new PlayOptions { GoalName = played.GoalName, MeshingThreads = threads, MillisecondsBefore = played.MillisecondsBefore, Sounds = sounds };
        Change(new PlayLoop(window, played.Session, options, toasts, clock));
    }

    /// <summary>Ends the session and its recording, if there is one.</summary>
    public void End()
    {
        if (Session is not { } played)
        {
            return;
        }

        (Session, Completion) = (null, null);
        window.SetTitle(Title);
        Change(null);
        _played.Add(played);
        try
        {
            using (played)
            {
                played.Finish();
            }

            toasts.Show($"Saved: {Path.GetFileName(played.File)}", ToastKind.Success);
        }
        catch (IOException error)
        {
            toasts.Show($"The end of the recording was not written: {error.Message}", ToastKind.Trouble);
        }
    }

    /// <summary>Closes the session as one that was cut off, since its recording can no longer be written.</summary>
    /// <param name="cause">Why it cannot.</param>
    public void Break(IOException cause)
    {
        if (Session is not { } played)
        {
            return;
        }

        (Session, Completion) = (null, null);
        window.SetTitle(Title);
        Change(null);
        try
        {
            played.Dispose();
        }
        catch (IOException)
        {
            // What could not be written before cannot be written now.
        }

        toasts.Show($"The recording stopped: {cause.Message}", ToastKind.Trouble);
        toasts.Show("What was built before is kept; make room, then continue.", ToastKind.Trouble);
    }

    /// <summary>Takes on other settings.</summary>
    public void Apply(GameSettings settings)
    {
        Current?.Apply(settings);
        if (Session?.Session.Assistant is { } assistant && _applied.Assistant != settings.Assistant)
        {
            settings.Assistant.ApplyTo(assistant, _applied.Assistant);
        }

        _applied = settings;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        End();
        Change(null);
    }

    private void Change(IStage? stage)
    {
        Uncover();
        Current?.Dispose();
        Current = stage;
        stage?.Apply(_applied);
    }
}
