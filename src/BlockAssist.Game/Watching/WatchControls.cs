using System.Numerics;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Watching;

/// <summary>Turns keys and mouse into where in an episode one is and how one looks at it.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class WatchControls
{
    private const double Jump = 5000;

    private static readonly GlfwKey[] FlyingKeys =
        [GlfwKey.D, GlfwKey.A, GlfwKey.E, GlfwKey.Q, GlfwKey.W, GlfwKey.S, GlfwKey.LeftShift];

    private readonly IGameWindow _window;
    private readonly WatchedEpisode _episode;
    private readonly Playhead _playhead;
    private readonly WatchCamera _camera;
    private readonly List<long> _events;
    private readonly bool[] _flying = new bool[FlyingKeys.Length];
    private bool _dragsTime;

    /// <summary>Gives somebody the controls.</summary>
    public WatchControls(IGameWindow window, WatchedEpisode episode, Playhead playhead, WatchCamera camera)
    {
        (_window, _episode, _playhead, _camera) = (window, episode, playhead, camera);
        _events = [.. episode.Events.Select(happened => happened.Time)];
    }

    /// <summary>Whether what is missing from the blueprint is shown.</summary>
    public bool ShowsGhosts { get; private set; } = true;

    /// <summary>Whether nothing but the world is shown.</summary>
    public bool HidesHud { get; private set; }

    /// <summary>Whether somebody has seen enough.</summary>
    public bool IsLeft { get; private set; }

    /// <summary>Whether the mouse turns the view.</summary>
    public bool HoldsView { get; private set; }

    /// <summary>Goes on with what is held: the timeline, the keys to fly.</summary>
    /// <param name="hud">Tells where the timeline is.</param>
    /// <param name="seconds">How long the frame is.</param>
    public void Advance(WatchHud hud, double seconds)
    {
        if (_dragsTime)
        {
            _playhead.Seek(hud.NearestTime(_window.PointerAt));
        }

        var way = new Vector3(Axis(0), Axis(2), Axis(4));
        _camera.Fly(_flying[^1] ? 3 * way : way, (float)seconds);
    }

    /// <summary>Takes in an event.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="hud">Tells where the timeline is.</param>
    public void Handle(in InputEvent happened, WatchHud hud)
    {
        switch (happened.Kind)
        {
            case InputEventKind.MouseDown:
                Press((happened.X, happened.Y), hud);
                break;
            case InputEventKind.MouseUp:
                _dragsTime = HoldsView = false;
                break;
            case InputEventKind.Unfocus:
                Release();
                break;
            case InputEventKind.Motion when _window.CursorCaptured:
                _camera.Turn(happened.X, happened.Y);
                break;
            case InputEventKind.Wheel:
                _camera.Approach(happened.Y);
                break;
            case InputEventKind.KeyDown or InputEventKind.KeyUp when Array.IndexOf(FlyingKeys, happened.Key) is >= 0 and var key:
                _flying[key] = happened.Kind == InputEventKind.KeyDown;
                break;
            case InputEventKind.KeyDown or InputEventKind.KeyRepeat:
                Press(happened.Key);
                break;
        }
    }

    /// <summary>Lets everything go.</summary>
    public void Release()
    {
        _dragsTime = HoldsView = false;
        Array.Clear(_flying);
    }

    private float Axis(int key) => (_flying[key] ? 1 : 0) - (_flying[key + 1] ? 1 : 0);

    // On the timeline a press goes there; anywhere else it takes hold of the view.
    private void Press((float X, float Y) pixel, WatchHud hud)
    {
        _dragsTime = !HidesHud && hud.TimeAt(pixel) is not null;
        if (_dragsTime)
        {
            _playhead.Seek(hud.NearestTime(pixel));
        }

        HoldsView = !_dragsTime;
    }

    private void Press(GlfwKey key)
    {
        switch (key)
        {
            case GlfwKey.Space:
                _playhead.Toggle();
                break;
            case GlfwKey.Left or GlfwKey.Right:
                _playhead.Seek(_playhead.Time + (key == GlfwKey.Left ? -Jump : Jump));
                break;
            case GlfwKey.Home or GlfwKey.End:
                _playhead.Seek(key == GlfwKey.Home ? 0 : _playhead.Length);
                break;
            case GlfwKey.Comma or GlfwKey.Period:
                StepTo(Neighbour(_episode.StepTimes, key == GlfwKey.Period));
                break;
            case GlfwKey.N or GlfwKey.P:
                StepTo(Neighbour(_events, key == GlfwKey.N));
                break;
            case GlfwKey.Equal or GlfwKey.KeypadAdd:
                _playhead.ChangeSpeed(1);
                break;
            case GlfwKey.Minus or GlfwKey.KeypadSubtract:
                _playhead.ChangeSpeed(-1);
                break;
            case GlfwKey.C:
                _camera.Cycle(_episode.Tracks.Count);
                break;
            case GlfwKey.G:
                ShowsGhosts ^= true;
                break;
            case GlfwKey.F1:
                HidesHud ^= true;
                break;
            case GlfwKey.Escape:
                IsLeft = true;
                break;
        }
    }

    // To see a single step one must stand still.
    private void StepTo(double time)
    {
        _playhead.IsPlaying = false;
        _playhead.Seek(time);
    }

    private double Neighbour(List<long> times, bool isNext)
    {
        if (isNext)
        {
            return Moments.After(times, _playhead.Time) is var next && next < times.Count ? times[next] : _playhead.Length;
        }

        return Moments.After(times, Math.Ceiling(_playhead.Time) - 1) is > 0 and var before ? times[before - 1] : 0;
    }
}
