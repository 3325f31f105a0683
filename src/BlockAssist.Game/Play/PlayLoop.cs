using BlockAssist.Game.Bodies;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Play;

/// <summary>Plays a session, frame by frame: what was pressed, what comes of it, what is seen.</summary>
public sealed class PlayLoop : IStage
{
    private const double MinutesADay = 20;

    private readonly IGameWindow _window;
    private readonly BuildSession _session;
    private readonly SceneRenderer _scene;
    private readonly BlueprintGhosts _ghosts;
    private readonly BeliefCloud _cloud;
    private readonly SessionHud _hud;
    private readonly PlayerControls _controls;
    private readonly SessionSounds? _sounds;
    private readonly PlayerAvatar _player;
    private readonly AssistantAvatar? _assistant;
    private readonly SuggestionSigns _suggestions;
    private readonly (AvatarPose Pose, AvatarLook Look)[] _avatars;
    private float _field = new VideoSettings().FieldOfView;
    private double _seconds;
    private float _framesASecond = 60;
    private bool _hidesHud;
    private AimHit? _aimed;
    private bool _isFromBehind;

    /// <summary>Prepares to play.</summary>
    /// <param name="window">Where.</param>
    /// <param name="session">What; must outlive the loop.</param>
    /// <param name="options">What it is about.</param>
    /// <param name="toasts">Takes messages.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public PlayLoop(IGameWindow window, BuildSession session, PlayOptions options, Toasts toasts, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        (_window, _session) = (window, session);
        _scene = new SceneRenderer(window, session.World, clock, options.MeshingThreads);
        _ghosts = new BlueprintGhosts(session.Progress, session.Frame, _scene.Ghosts);
        _cloud = new BeliefCloud(session, _scene.Cloud);
        _suggestions = new SuggestionSigns(session);
        _hud = new SessionHud(session, options, Hotbar, toasts);
        Actions = new ActionState(Bindings.Usual);
        _controls = new PlayerControls(session, Actions, Hotbar);
        _player = new PlayerAvatar(session);
        _assistant = session.Assistant is { } seat ? new AssistantAvatar(session, seat) : null;
        _avatars = _assistant is null ? [(default, AvatarLook.Player)] : [(default, AvatarLook.Player), (default, AvatarLook.Assistant)];
        _sounds = options.Sounds is { } sounds ? new SessionSounds(session, sounds) : null;
        session.BlockChanged += Show;
    }

    /// <inheritdoc/>
    public bool HoldsCursor => true;

    /// <summary>What is pressed.</summary>
    public ActionState Actions { get; }

    /// <summary>How many faces of the land the last frame drew.</summary>
    public int FacesDrawn => _scene.World.FacesDrawn;

    /// <summary>What there is to take in hand.</summary>
    public HotbarBlocks Hotbar { get; } = new();

    /// <summary>The time of day in hours; it goes on by itself.</summary>
    public double Hour
    {
        get => (HourAtStart + (_seconds / 60 * 24 / MinutesADay)) % 24;
        set => HourAtStart = (((value - (_seconds / 60 * 24 / MinutesADay)) % 24) + 24) % 24;
    }

    /// <summary>What the assistant believes, as it is shown while somebody asks.</summary>
    internal BeliefCloud Cloud => _cloud;

    private bool AsksWhy => _session.Assistant is not null && Actions.Is(GameAction.ShowBelief);

    private double HourAtStart { get; set; } = 10;

    /// <inheritdoc/>
    public void Apply(GameSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Actions.Bindings = settings.Bindings;
        _controls.Settings = settings.Controls;
        _hud.Answers = SuggestionSigns.AnswersBy(settings.Bindings);
        _field = settings.Video.FieldOfView;
        (_scene.Visibility, _scene.Scale) = (settings.Video.ViewDistance, settings.Video.Sharpness);
        _player.IsCalm = settings.Hud.ReducedMotion;
        _ghosts.Colours = GhostColours.For(settings.Hud.ColourVision);
    }

    /// <inheritdoc/>
    public void Handle(in InputEvent happened)
    {
        switch (happened.Kind)
        {
            case InputEventKind.Motion when _window.CursorCaptured:
                _controls.Look(happened.X, happened.Y);
                break;
            case InputEventKind.GamepadAxis when _controls.Sticks.Handle(happened) is { } trigger:
                Actions.Handle(trigger);
                break;
            case not (InputEventKind.Motion or InputEventKind.GamepadAxis):
                Actions.Handle(happened);
                break;
        }
    }

    /// <inheritdoc/>
    public void Release()
    {
        // What was begun has been answered to, or is given up.
        Actions.Release();
        Actions.BeginFrame();
        _controls.Sticks.Release();
    }

    /// <inheritdoc/>
    public void Advance(double seconds)
    {
        _hud.ShowsDebug ^= Actions.Begun(GameAction.Debug) % 2 == 1;
        _hidesHud ^= Actions.Begun(GameAction.HideHud) % 2 == 1;
        _isFromBehind ^= Actions.Begun(GameAction.Perspective) % 2 == 1;
        _framesASecond += ((1 / (float)Math.Max(seconds, 1e-3)) - _framesASecond) * 0.05f;
        _controls.Apply(seconds);
        _hud.Refuse(_controls.Refused);
        _seconds += seconds;
        _session.Advance(_session.Time + (1000 * seconds));
        _sounds?.Follow(CameraNow(), seconds, _controls.Refused);
        _scene.Advance((float)seconds);
        _player.Advance((float)seconds, _controls.Swing);
        _assistant?.Advance((float)seconds);
        Actions.BeginFrame();
    }

    /// <inheritdoc/>
    public void DrawScene()
    {
        _aimed = _session.Aimed;
        _ghosts.Update(_session.Layers);
        _scene.Ghosts.ThroughWalls = Actions.Is(GameAction.SeeThrough);
        _avatars[0].Pose = _player.Pose;
        var asks = AsksWhy;
        if (asks)
        {
            _cloud.Update(_session.Assistant!);
        }

        if (_assistant is not null)
        {
            _avatars[1].Pose = _assistant.Pose;
        }

        _scene.Draw(new SceneFrame
        {
            Camera = _isFromBehind ? ShoulderCamera.Behind(CameraNow(), _session.World) : CameraNow(),
            Daytime = new Daytime((float)Hour),
            Seconds = _player.IsCalm ? 0 : (float)_seconds,
            Aimed = _aimed?.Cell,
            Avatars = _avatars.AsSpan(_isFromBehind ? 0 : 1),
            Hand = _isFromBehind || _hidesHud ? null : _player.Hand,
            Intent = _hidesHud ? null : _assistant?.Intent,
            Suggestions = _hidesHud ? [] : _suggestions.Now(),
            Ghosts = !_hidesHud && !(asks && _session.Assistant!.Belief is not null),
            Cloud = asks,
        });
    }

    /// <inheritdoc/>
    public void DrawHud(HudBatch batch)
    {
        if (!_hidesHud)
        {
            _hud.Belief = AsksWhy ? _cloud.View : null;
            _hud.Draw(batch, _aimed, new FrameFigures(_framesASecond, _scene.World.SectionsDrawn, _scene.World.FacesDrawn, _scene.World.Pending));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.BlockChanged -= Show;
        _sounds?.Dispose();
        _hud.Dispose();
        _scene.Dispose();
    }

    private Camera CameraNow()
    {
        var eyes = _session.Body.EyesAt(_session.TickShare);
        return new Camera { Place = eyes.ToPoint(), Yaw = (float)_session.Yaw, Pitch = (float)_session.Pitch, Field = _field };
    }

    private void Show(BlockChange change)
    {
        var cell = _session.Frame.ToWorld(_session.Site.Size.PosOf(change.Cell));
        _scene.Burst(cell, change.Before, change.After);
        if (change.Builder > 0)
        {
            _assistant?.Swing();
        }
    }
}
