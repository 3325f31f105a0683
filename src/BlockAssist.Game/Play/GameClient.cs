using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Shelves;
using BlockAssist.Game.Sound;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>The game in its window: screens, and behind them a session, a recording or the land of the menu.</summary>
/// <remarks>Frames of steady play allocate nothing. Belongs to the thread of the window.</remarks>
public sealed class GameClient : IDisposable
{
    private const float ToastsWidth = 260;

    private readonly IGameWindow _window;
    private readonly GameSounds? _sounds;
    private readonly FrameClock _frames;
    private readonly HudCanvas _canvas;
    private readonly WindowUpkeep _upkeep;
    private readonly SessionStarter _starter;
    private readonly SessionOpening _opening;
    private readonly Navigation _navigation;
    private readonly Stages _stages;
    private readonly SessionScreens _sessionScreens;
    private readonly WindowKeys _keys;
    private readonly LearningWatch _learning;
    private readonly PictureTuning? _tuning;
    private readonly TimeProvider _clock;
    private HudArea _area;
    private double _seconds;

    /// <summary>Prepares; <see cref="OpenMenu"/>, <see cref="Play(string,BlockGrid)"/> or <see cref="Watch"/> comes next.</summary>
    /// <param name="window">Where; must outlive the client.</param>
    /// <param name="options">Where files are, and who helps.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public GameClient(IGameWindow window, ClientOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(options);
        (_window, _sounds, _clock) = (window, options.Sounds, clock);
        (_frames, _canvas, _starter) = (new FrameClock(clock), new HudCanvas(window), new SessionStarter(options));
        _upkeep = new WindowUpkeep(window, _frames);
        var file = new SettingsFile(options.SettingsFile);
        var (settings, trouble) = file.Load();
        Settings = new LiveSettings(file, settings);
        Settings.Changed += Apply;
        Settings.Failed += reason => Toasts.Show(reason, ToastKind.Trouble);
        _stages = new Stages(window, options.MeshingThreads, options.Sounds, Toasts, clock);
        _opening = new SessionOpening(this, _stages);
        _keys = new WindowKeys(window, Settings, Toasts, options.Screenshot);
        _learning = new LearningWatch(options.Learner, Settings, Toasts);
        _tuning = options.TunesPicture ? new PictureTuning(Settings, Toasts) : null;
        Screens.Activated += () => _sounds?.Play(SoundKind.Click);
        Apply(settings);
        _navigation = new Navigation(this, window, options, clock);
        _sessionScreens = new SessionScreens(this, _stages, _navigation);
        if (trouble is not null)
        {
            Toasts.Show(trouble, ToastKind.Trouble);
        }
    }

    /// <summary>The screens that are open.</summary>
    public ScreenStack Screens { get; } = new();

    /// <summary>The messages.</summary>
    public Toasts Toasts { get; } = new();

    /// <summary>The settings.</summary>
    public LiveSettings Settings { get; }

    /// <summary>What is played; null in the menu.</summary>
    public PlayedSession? Session => _stages.Session;

    /// <summary>The loop of the session; null in the menu.</summary>
    public PlayLoop? Loop => _stages.Current as PlayLoop;

    /// <summary>What was played and is over.</summary>
    public IReadOnlyList<PlayedSession> Played => _stages.Played;

    /// <summary>What is to be built next, before anything else; the name and the goal.</summary>
    public Queue<(string Name, BlockGrid Goal)> Upcoming { get; } = new();

    /// <summary>How many frames were drawn.</summary>
    public long Frames { get; private set; }

    /// <summary>The recording that is watched; null for none.</summary>
    public WatchLoop? Watched => _stages.Current as WatchLoop;

    /// <summary>Goes on until the window closes or somebody cancels; a session is ended and recorded then.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (!_window.Closing && !cancellation.IsCancellationRequested)
        {
            Frame(_frames.Next());
            _upkeep.AskForFocus();
        }

        _stages.End();
        _window.ReleaseCursor();
    }

    /// <summary>One frame.</summary>
    /// <param name="seconds">How long after the last one.</param>
    public void Frame(double seconds)
    {
        var began = _clock.GetTimestamp();
        try
        {
            Advance(seconds);
        }
        catch (IOException cause) when (Session is not null)
        {
            // The disk is full, or away: whatever is played from here on would be lost.
            _stages.Break(cause);
            OpenMenu();
        }

        _upkeep.Follow(Screens.Count == 0 && _stages.Current is { HoldsCursor: true }, Screens.StopsTime);
        if (!_window.Minimized)
        {
            Draw();
            Measure(began);
            _window.Present();
            Frames++;
        }

        _opening.AfterFrame();
    }

    /// <summary>Opens the menu; a session is ended and recorded first.</summary>
    public void OpenMenu()
    {
        _stages.End();
        Screens.Clear();
        _stages.OpenLand();
        _navigation.OpenMain();
    }

    /// <summary>Begins a session.</summary>
    /// <param name="name">What is built.</param>
    /// <param name="goal">The goal, of the size of its site.</param>
    public void Play(string name, BlockGrid goal) =>
        _opening.Begin($"Laying out the site of {name} …", () => _starter.Start(name, goal, Settings.Current.Assistant));

    /// <summary>Goes on with a session.</summary>
    public void Resume(RecordedEpisode episode)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _opening.Begin($"Going on with {episode.Goal} …", () => _starter.Resume(episode, Settings.Current.Assistant));
    }

    /// <summary>Shows a recording until somebody leaves it; then what was there before is there again, or the window closes if nothing was.</summary>
    /// <param name="episode">The recording.</param>
    /// <param name="from">Where to begin, in milliseconds since its start.</param>
    public void Watch(WatchedEpisode episode, double from = 0)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _stages.Watch(episode, from);
        Screens.PutAside();
    }

    /// <summary>Closes the window after this frame.</summary>
    public void Quit() => _window.Closing = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        Screens.Clear();
        _stages.Dispose();
        _canvas.Dispose();
    }

    private void Advance(double seconds)
    {
        _window.Poll();
        Listen();
        _sessionScreens.FollowKeys();
        _seconds += seconds;
        if (Session is null || !Screens.StopsTime)
        {
            _stages.Current?.Advance(seconds);
        }

        _sessionScreens.FollowHouse(_seconds);
        _learning.Follow(Played.Count);
        if (Watched is { IsLeft: true })
        {
            StopWatching();
        }
    }

    // Pictures of play alone, and until they are drawn: to wait for the monitor is no work.
    private void Measure(long began)
    {
        if (_tuning is { IsDue: true } && Session is not null && Screens.Count == 0)
        {
            _window.Gl.Finish();
            _tuning.Note(_clock.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    private void StopWatching()
    {
        if (_stages.Uncover())
        {
            Screens.TakeUp();
        }
        else
        {
            Quit();
        }
    }

    private void Apply(GameSettings settings)
    {
        (_canvas.Theme, _canvas.Scale) = (settings.Hud.Theme, settings.Hud.Scale);
        _upkeep.Apply(settings.Video);
        _sounds?.Volumes = settings.Sound;
        _stages.Apply(settings);
    }

    private void Listen()
    {
        FollowArea();
        while (_window.Events.TryTake(out var happened))
        {
            if (!Screens.Claims(happened))
            {
                _keys.Handle(happened);
            }

            if (happened.Kind == InputEventKind.FilesDropped)
            {
                _navigation.Import(happened.Files);
            }
            else if (!Screens.Handle(happened))
            {
                Answer(happened);
            }
        }

        if (Screens.Count > 0 && !_window.CursorCaptured)
        {
            Screens.Point(_window.PointerAt.X, _window.PointerAt.Y);
        }
    }

    private void Answer(in InputEvent happened)
    {
        if (happened.Kind == InputEventKind.Unfocus)
        {
            _sessionScreens.Pause();
        }

        _stages.Current?.Handle(happened);
    }

    private void FollowArea()
    {
        var area = _canvas.Area;
        if (area != _area)
        {
            _area = area;
            Screens.Layout(area);
        }
    }

    private void Draw()
    {
        _stages.Current?.DrawScene();
        var batch = _canvas.Begin(_seconds);
        if (!Screens.StopsTime)
        {
            _stages.Current?.DrawHud(batch);
        }

        Screens.Draw(batch);
        if (Screens.StopsTime)
        {
            var width = Math.Min(ToastsWidth * batch.Area.TextUnit, batch.Area.Width / 2);
            Toasts.DrawFromTop(batch, new HudRect(batch.Area.Width - width - 4, 4, width, batch.Area.Height / 2));
        }

        _canvas.Show();
        _keys.KeepPicture();
    }
}
