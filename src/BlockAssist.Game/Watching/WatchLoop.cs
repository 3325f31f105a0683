using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;

namespace BlockAssist.Game.Watching;

/// <summary>Shows an episode in a window, frame by frame.</summary>
public sealed class WatchLoop : IDisposable
{
    private readonly IGameWindow _window;
    private readonly FrameClock _frames;
    private readonly WatchScene _scene;
    private readonly WatchHud _hud;
    private readonly WatchControls _controls;
    private double _seconds;

    /// <summary>Prepares to show.</summary>
    /// <param name="window">Where.</param>
    /// <param name="episode">What.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public WatchLoop(IGameWindow window, WatchedEpisode episode, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _window = window;
        _frames = new FrameClock(clock) { Limit = 60 };
        _scene = new WatchScene(window, episode, clock) { ShowsGhosts = true };
        _hud = new WatchHud(window, episode, _scene);
        Playhead = new Playhead(episode.Length);
        Camera = new WatchCamera(_scene.World.Place.World, _scene.World.Place.Frame);
        _controls = new WatchControls(window, episode, Playhead, Camera);
    }

    /// <summary>Where in the episode one is.</summary>
    public Playhead Playhead { get; }

    /// <summary>Where it is looked at from.</summary>
    public WatchCamera Camera { get; }

    /// <summary>Whether somebody has seen enough.</summary>
    public bool IsLeft => _controls.IsLeft;

    /// <summary>What is shown.</summary>
    internal WatchScene Scene => _scene;

    /// <summary>Shows until somebody has seen enough, closes the window or cancels.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (!IsLeft && !_window.Closing && !cancellation.IsCancellationRequested)
        {
            Frame(_frames.Next());
        }

        _window.ReleaseCursor();
    }

    /// <summary>Shows one frame.</summary>
    /// <param name="seconds">How long after the last one.</param>
    public void Frame(double seconds)
    {
        _window.Poll();
        _controls.Listen(_hud, seconds);
        _seconds += seconds;
        Playhead.Advance(seconds);
        if (_window.Minimized)
        {
            return;
        }

        _scene.ShowsGhosts = _controls.ShowsGhosts;
        _scene.Show(Playhead.Time, (float)seconds);
        var camera = Camera.Advance(_scene.PoseOf(Camera.Followed), (float)seconds);
        _scene.Draw(camera, Camera.Inhabited);
        if (!_controls.HidesHud)
        {
            _hud.Draw(Playhead, Camera, _seconds);
        }

        _window.Present();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _hud.Dispose();
        _scene.Dispose();
    }
}
