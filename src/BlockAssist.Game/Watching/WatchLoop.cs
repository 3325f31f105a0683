using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Watching;

/// <summary>Shows an episode and lets it be heard, frame by frame.</summary>
public sealed class WatchLoop : IStage
{
    private readonly WatchScene _scene;
    private readonly WatchHud _hud;
    private readonly WatchControls _controls;
    private readonly WatchSounds? _sounds;
    private Camera _camera;
    private float _field = new VideoSettings().FieldOfView;

    /// <summary>Prepares to show.</summary>
    /// <param name="window">Where.</param>
    /// <param name="episode">What.</param>
    /// <param name="sounds">What is heard; must outlive the loop. Null for silence.</param>
    /// <param name="toasts">Takes messages.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public WatchLoop(IGameWindow window, WatchedEpisode episode, GameSounds? sounds, Toasts toasts, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        _scene = new WatchScene(window, episode, clock) { ShowsGhosts = true };
        _hud = new WatchHud(episode, _scene, toasts);
        _sounds = sounds is null ? null : new WatchSounds(episode, _scene, sounds);
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

    /// <inheritdoc/>
    public bool HoldsCursor => _controls.HoldsView;

    /// <summary>What is shown.</summary>
    internal WatchScene Scene => _scene;

    /// <inheritdoc/>
    public void Apply(GameSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _field = settings.Video.FieldOfView;
        _scene.Apply(settings);
    }

    /// <inheritdoc/>
    public void Handle(in InputEvent happened) => _controls.Handle(happened, _hud);

    /// <inheritdoc/>
    public void Release() => _controls.Release();

    /// <inheritdoc/>
    public void Advance(double seconds)
    {
        _controls.Advance(_hud, seconds);
        Playhead.Advance(seconds);
        _scene.ShowsGhosts = _controls.ShowsGhosts;
        var changes = _scene.Show(Playhead.Time, (float)seconds);
        _camera = Camera.Advance(_scene.PoseOf(Camera.Followed), (float)seconds) with { Field = _field };
        _sounds?.Follow(_camera, Playhead, changes);
    }

    /// <inheritdoc/>
    public void DrawScene() => _scene.Draw(_camera, Camera.Inhabited);

    /// <inheritdoc/>
    public void DrawHud(HudBatch batch)
    {
        if (!_controls.HidesHud)
        {
            _hud.Draw(batch, Playhead, Camera);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _scene.Dispose();
}
