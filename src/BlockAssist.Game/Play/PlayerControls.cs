using BlockAssist.Game.Bodies;
using BlockAssist.Game.Input;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Turns what the player presses into what the player does in a session.</summary>
/// <remarks>Allocates nothing. Belongs to one thread.</remarks>
/// <param name="session">The session.</param>
/// <param name="actions">What is pressed.</param>
/// <param name="options">How the player likes it.</param>
public sealed class PlayerControls(BuildSession session, ActionState actions, ControlOptions options)
{
    // A jump begun so soon after the last one means flying.
    private const double DoublePress = 0.30;

    private const double SlowestAssistant = 3200;

    private static readonly Block[] HotBar = [.. Palette.Placeable];

    private readonly Repeat _breaking = new();
    private readonly Repeat _placing = new();
    private readonly Repeat _easyPlacing = new();
    private double _sinceJump = double.PositiveInfinity;
    private bool _flies;
    private bool _sneaks;
    private bool _sprints;

    /// <summary>Why the last thing that was wanted was not done; null if it was.</summary>
    public Rejection? Refused { get; private set; }

    /// <summary>How far an arm is through a stroke, 0 to 1; 0 for none.</summary>
    public float Swing { get; private set; }

    /// <summary>Turns the view.</summary>
    /// <param name="x">How far the mouse went to the right, in pixels.</param>
    /// <param name="y">How far down.</param>
    public void Look(float x, float y)
    {
        session.Yaw = (session.Yaw + (x * options.DegreesAPixel)) % 360;
        session.Pitch += y * options.DegreesAPixel * (options.InvertsY ? -1 : 1);
    }

    /// <summary>Does what was pressed since the last frame.</summary>
    /// <param name="seconds">How long the frame is.</param>
    public void Apply(double seconds)
    {
        Refused = null;
        Swing = Swing > 0 ? (float)((Swing + (seconds * 4)) % 1 is var next && next < Swing ? 0 : next) : 0;
        Walk(seconds);
        ChooseSlot();
        Edit(seconds);
        ChooseLayers();
        DirectAssistant();
    }

    private void Walk(double seconds)
    {
        _sinceJump += seconds;
        for (var jump = actions.Begun(GameAction.Jump); jump > 0; jump--)
        {
            _flies ^= _sinceJump < DoublePress;
            _sinceJump = _sinceJump < DoublePress ? double.PositiveInfinity : 0;
        }

        _flies ^= actions.Begun(GameAction.Fly) % 2 == 1;
        _sneaks = Held(GameAction.Sneak, options.SneakToggles, _sneaks);
        _sprints = Held(GameAction.Sprint, options.SprintToggles, _sprints);
        session.Gait = new Gait
        {
            Forward = Axis(GameAction.Forward, GameAction.Back),
            Strafe = Axis(GameAction.Right, GameAction.Left),
            Jump = actions.Is(GameAction.Jump) && !_flies,
            Sneak = _sneaks && !_flies,
            Sprint = _sprints,
            Fly = _flies,
            Up = actions.Is(GameAction.Jump),
            Down = _sneaks,
            AutoJump = options.AutoJump,
        };
    }

    private bool Held(GameAction action, bool toggles, bool before) =>
        toggles ? before ^ (actions.Begun(action) % 2 == 1) : actions.Is(action);

    private double Axis(GameAction more, GameAction less) => (actions.Is(more) ? 1 : 0) - (actions.Is(less) ? 1 : 0);

    private void ChooseSlot()
    {
        for (var slot = 0; slot < HotBar.Length; slot++)
        {
            if (actions.Begun(GameAction.Slot1 + slot) > 0)
            {
                session.Slot = (byte)slot;
            }
        }

        var turned = actions.Begun(GameAction.NextSlot) - actions.Begun(GameAction.PreviousSlot);
        session.Slot = (byte)((((session.Slot + turned) % HotBar.Length) + HotBar.Length) % HotBar.Length);
        if (actions.Begun(GameAction.Pick) > 0 && Picked() is { } block && Array.IndexOf(HotBar, block) is var found and >= 0)
        {
            session.Slot = (byte)found;
        }

        session.Held = HotBar[session.Slot];
    }

    // What is aimed at: a ghost first, since what it wants is what one looks for.
    private Block? Picked()
    {
        if (session.AimedGhost is { } ghost && session.Frame.Contains(ghost.Cell))
        {
            var cell = session.Frame.Size.CellAt(session.Frame.ToSite(ghost.Cell));
            return session.Site.Blocks[cell] == Block.Air ? session.Site.Goal[cell] : session.Site.Blocks[cell];
        }

        return session.Aimed is { } hit && (byte)session.World[hit.Cell] < Palette.Count ? (Block)session.World[hit.Cell] : null;
    }

    private void Edit(double seconds)
    {
        Repeated(_breaking, GameAction.Break, seconds, session.Break);
        Repeated(_placing, GameAction.Place, seconds, PlaceHeld);
        Repeated(_easyPlacing, GameAction.EasyPlace, seconds, session.EasyPlace);
        for (var undo = actions.Begun(GameAction.Undo); undo > 0; undo--)
        {
            Refused = session.Undo();
        }

        for (var redo = actions.Begun(GameAction.Redo); redo > 0; redo--)
        {
            Refused = session.Redo();
        }
    }

    private Rejection? PlaceHeld() => session.Place(session.Held);

    private void Repeated(Repeat repeat, GameAction action, double seconds, Func<Rejection?> edit)
    {
        for (var times = repeat.Take(actions.Begun(action), actions.Is(action), seconds); times > 0; times--)
        {
            Refused = edit() ?? Refused;
            Swing = 0.01f;
        }
    }

    private void ChooseLayers()
    {
        var highest = session.Site.Size.Height - 1;
        if (actions.Begun(GameAction.LayerMode) > 0)
        {
            session.Layers = session.Layers.Mode switch
            {
                LayerMode.All => new LayerFilter(LayerMode.One, session.Layers.Layer),
                LayerMode.One => new LayerFilter(LayerMode.Below, session.Layers.Layer),
                _ => LayerFilter.All with { Layer = session.Layers.Layer },
            };
        }

        var moved = actions.Begun(GameAction.LayerUp) - actions.Begun(GameAction.LayerDown);
        if (moved != 0)
        {
            var mode = session.Layers.Mode == LayerMode.All ? LayerMode.Below : session.Layers.Mode;
            session.Layers = new LayerFilter(mode, Math.Clamp(session.Layers.Layer + moved, 0, highest));
        }
    }

    private void DirectAssistant()
    {
        if (session.Assistant is not { } assistant)
        {
            return;
        }

        assistant.IsPaused ^= actions.Begun(GameAction.PauseAssistant) % 2 == 1;
        if (actions.Begun(GameAction.RejectAssistant) is var rejected and > 0)
        {
            session.RejectLast(rejected);
        }

        if (actions.Begun(GameAction.FasterAssistant) > 0)
        {
            assistant.ActionMilliseconds = Math.Max(assistant.ActionMilliseconds / 2, AssistantSeat.Fastest);
        }

        if (actions.Begun(GameAction.SlowerAssistant) > 0)
        {
            assistant.ActionMilliseconds = (int)Math.Min(2.0 * assistant.ActionMilliseconds, SlowestAssistant);
        }
    }
}
