using System.Numerics;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Sound;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Plays a session in a window, frame by frame.</summary>
public sealed class PlayLoop : IDisposable
{
    private const int CrumbsOfABreak = 24;
    private const int CrumbsOfAPlacement = 6;
    private const double MinutesADay = 20;

    private readonly IGameWindow _window;
    private readonly BuildSession _session;
    private readonly FrameClock _frames;
    private readonly SceneRenderer _scene;
    private readonly BlueprintGhosts _ghosts;
    private readonly SessionHud _hud;
    private readonly ActionState _actions;
    private readonly PlayerControls _controls;
    private readonly SessionSounds? _sounds;
    private readonly (AvatarPose Pose, AvatarLook Look)[] _avatars;
    private Location _assistantBefore;
    private float _assistantStride;
    private float _assistantPace;
    private float _assistantYaw;
    private float _assistantSwing;
    private double _seconds;
    private float _framesASecond = 60;
    private bool _isComplete;
    private bool _hidesHud;

    /// <summary>Prepares to play.</summary>
    /// <param name="window">Where.</param>
    /// <param name="session">What; must outlive the loop.</param>
    /// <param name="options">How the player likes it.</param>
    /// <param name="clock">The time.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public PlayLoop(IGameWindow window, BuildSession session, PlayOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(options);
        (_window, _session) = (window, session);
        _frames = new FrameClock(clock) { Limit = options.FramesASecond };
        _scene = new SceneRenderer(window, session.World, clock, options.MeshingThreads);
        _ghosts = new BlueprintGhosts(session.Progress, session.Frame, _scene.Ghosts);
        _hud = new SessionHud(window, session, options.GoalName);
        _actions = new ActionState(options.Bindings);
        _controls = new PlayerControls(session, _actions, options.Controls);
        _sounds = options.Sounds is { } sounds ? new SessionSounds(session, sounds) : null;
        _avatars = session.Assistant is null ? [] : [(default, AvatarLook.Assistant)];
        _assistantBefore = session.Assistant?.FeetAt(0) ?? default;
        session.BlockChanged += Show;
    }

    /// <summary>How many frames were drawn.</summary>
    public long Frames { get; private set; }

    /// <summary>How many faces of the land the last frame drew.</summary>
    public int FacesDrawn => _scene.World.FacesDrawn;

    /// <summary>Plays until the window closes or somebody cancels.</summary>
    public void Run(CancellationToken cancellation)
    {
        _window.CaptureCursor();
        while (!_window.Closing && !cancellation.IsCancellationRequested)
        {
            Frame(_frames.Next());
        }

        _window.ReleaseCursor();
    }

    /// <summary>Plays one frame.</summary>
    /// <param name="seconds">How long after the last one.</param>
    public void Frame(double seconds)
    {
        _window.Poll();
        Listen();
        _controls.Apply(seconds);
        _hud.Refuse(_controls.Refused);
        _seconds += seconds;
        _session.Advance(_session.Time + (1000 * seconds));
        _sounds?.Follow(CameraNow(), seconds, _controls.Refused);
        if (_window.Minimized)
        {
            return;
        }

        Animate((float)seconds);
        _ghosts.Update(_session.Layers);
        _scene.Ghosts.ThroughWalls = _actions.Is(GameAction.SeeThrough);
        _scene.Draw(new SceneFrame
        {
            Camera = CameraNow(),
            Daytime = new Daytime((float)((10 + (_seconds / 60 * 24 / MinutesADay)) % 24)),
            Seconds = (float)_seconds,
            Aimed = _session.Aimed?.Cell,
            Avatars = _avatars,
            Ghosts = !_hidesHud,
        });
        DrawHud(seconds);
        _window.Present();
        Frames++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.BlockChanged -= Show;
        _sounds?.Dispose();
        _hud.Dispose();
        _scene.Dispose();
    }

    private void DrawHud(double seconds)
    {
        _framesASecond += ((1 / (float)Math.Max(seconds, 1e-3)) - _framesASecond) * 0.05f;
        if (_session.IsComplete && !_isComplete)
        {
            _hud.Toasts.Show("The house stands!", ToastKind.Success);
        }

        _isComplete = _session.IsComplete;
        if (!_hidesHud)
        {
            _hud.Draw(_seconds, new FrameFigures(_framesASecond, _scene.World.SectionsDrawn, _scene.World.FacesDrawn, _scene.World.Pending));
        }
    }

    private void Listen()
    {
        _actions.BeginFrame();
        while (_window.Events.TryTake(out var happened))
        {
            switch (happened.Kind)
            {
                case InputEventKind.Motion when _window.CursorCaptured:
                    _controls.Look(happened.X, happened.Y);
                    break;
                case InputEventKind.Unfocus:
                    _actions.Release();
                    _window.ReleaseCursor();
                    break;
                case InputEventKind.MouseDown when !_window.CursorCaptured:
                    _window.CaptureCursor();
                    break;
                default:
                    _actions.Handle(happened);
                    break;
            }
        }

        if (_actions.Begun(GameAction.Menu) > 0)
        {
            _window.ReleaseCursor();
        }

        _hud.ShowsDebug ^= _actions.Begun(GameAction.Debug) % 2 == 1;
        _hidesHud ^= _actions.Begun(GameAction.HideHud) % 2 == 1;
        _window.Fullscreen ^= _actions.Begun(GameAction.Fullscreen) % 2 == 1;
    }

    private Camera CameraNow()
    {
        var eyes = _session.Body.EyesAt(_session.TickShare);
        return new Camera { Place = new Vector3((float)eyes.X, (float)eyes.Y, (float)eyes.Z), Yaw = (float)_session.Yaw, Pitch = (float)_session.Pitch };
    }

    private void Animate(float seconds)
    {
        _scene.Advance(seconds);
        _assistantSwing = _assistantSwing is > 0 and < 1 ? _assistantSwing + (3 * seconds) : 0;
        if (_session.Assistant is not { } assistant)
        {
            return;
        }

        var feet = assistant.FeetAt(_session.Time);
        var (x, z) = ((float)(feet.X - _assistantBefore.X), (float)(feet.Z - _assistantBefore.Z));
        var moved = MathF.Sqrt((x * x) + (z * z));
        _assistantStride += moved;
        _assistantPace += (Math.Clamp(moved / Math.Max(seconds, 1e-3f) / 2.5f, 0, 1) - _assistantPace) * Math.Min(1, 10 * seconds);
        _assistantYaw = Towards(_assistantYaw, WantedYaw(assistant, feet, x, z), 360 * seconds);
        _assistantBefore = feet;
        _avatars[0].Pose = new AvatarPose(
            new Vector3((float)feet.X, (float)feet.Y, (float)feet.Z), _assistantYaw, 10, _assistantStride, _assistantPace, Math.Min(_assistantSwing, 1), assistant.Intent?.Block ?? Block.Air);
    }

    // It looks at what it is about to do; otherwise where it walks.
    private float WantedYaw(AssistantSeat assistant, Location feet, float x, float z)
    {
        if (assistant.Intent is { } intent && intent.Action.IsEdit)
        {
            var cell = _session.Frame.ToWorld(intent.Cell);
            (x, z) = ((float)(cell.X + 0.5 - feet.X), (float)(cell.Z + 0.5 - feet.Z));
        }

        return (x * x) + (z * z) > 1e-6f ? float.RadiansToDegrees(MathF.Atan2(-x, z)) : _assistantYaw;
    }

    private static float Towards(float from, float to, float most)
    {
        var turn = (((to - from) % 360) + 540) % 360 - 180;
        return from + Math.Clamp(turn, -most, most);
    }

    private void Show(BlockChange change)
    {
        var cell = _session.Frame.ToWorld(_session.Site.Size.PosOf(change.Cell));
        var isBreak = change.After == Block.Air;
        _scene.Burst(cell, isBreak ? change.Before : change.After, isBreak ? CrumbsOfABreak : CrumbsOfAPlacement);
        if (change.Builder > 0)
        {
            _assistantSwing = 0.01f;
        }
    }
}
