using BlockAssist.Game.Bodies;
using BlockAssist.Game.Input;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Settings;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Play;

/// <summary>Turns what the player presses into what the player does in a session.</summary>
/// <remarks>Allocates nothing. Belongs to one thread.</remarks>
public sealed class PlayerControls
{
    // A jump begun so soon after the last one means flying.
    private const double DoublePress = 0.30;

    // At the rim of a stick.
    private const double DegreesASecond = 200;

    // Below it all is bedrock.
    private const int LowestLayer = 1;

    private readonly BuildSession _session;
    private readonly ActionState _actions;
    private readonly HotbarBlocks _hotbar;
    private readonly RepeatedEdit[] _edits;
    private double _sinceJump = double.PositiveInfinity;
    private bool _flies;
    private bool _sneaks;
    private bool _sprints;

    /// <summary>Gives a player the controls.</summary>
    /// <param name="session">The session.</param>
    /// <param name="actions">What is pressed.</param>
    /// <param name="hotbar">What there is to take in hand.</param>
    public PlayerControls(BuildSession session, ActionState actions, HotbarBlocks hotbar)
    {
        ArgumentNullException.ThrowIfNull(session);
        (_session, _actions, _hotbar) = (session, actions, hotbar);
        _edits =
        [
            new RepeatedEdit(GameAction.Break, new Repeat(), session.Break),
            new RepeatedEdit(GameAction.Place, new Repeat(), () => session.Place(session.Held)),
            new RepeatedEdit(GameAction.EasyPlace, new Repeat(), session.EasyPlace),
        ];
    }

    /// <summary>How the player likes it.</summary>
    public ControlSettings Settings { get; set; } = new();

    /// <summary>The sticks of a gamepad.</summary>
    public Sticks Sticks { get; } = new();

    /// <summary>Why the last thing that was wanted was not done; null if it was.</summary>
    public Rejection? Refused { get; private set; }

    /// <summary>How far an arm is through a stroke, 0 to 1; 0 for none.</summary>
    public float Swing { get; private set; }

    /// <summary>Turns the view.</summary>
    /// <param name="x">How far the mouse went to the right, in pixels.</param>
    /// <param name="y">How far down.</param>
    public void Look(float x, float y)
    {
        _session.Yaw = (_session.Yaw + (x * Settings.DegreesAPixel)) % 360;
        _session.Pitch += y * Settings.DegreesAPixel * (Settings.InvertsY ? -1 : 1);
    }

    /// <summary>Does what was pressed since the last frame.</summary>
    /// <param name="seconds">How long the frame is.</param>
    public void Apply(double seconds)
    {
        Refused = null;
        Swing = Swing > 0 ? (float)((Swing + (seconds * 4)) % 1 is var next && next < Swing ? 0 : next) : 0;
        var turn = DegreesASecond / Settings.DegreesAPixel * seconds;
        Look((float)(Sticks.TurnRight * turn), (float)(Sticks.TurnDown * turn));
        Walk(seconds);
        ChooseSlot();
        Edit(seconds);
        ChooseLayers();
        DirectAssistant();
    }

    private void Walk(double seconds)
    {
        _sinceJump += seconds;
        for (var jump = _actions.Begun(GameAction.Jump); jump > 0; jump--)
        {
            _flies ^= _sinceJump < DoublePress;
            _sinceJump = _sinceJump < DoublePress ? double.PositiveInfinity : 0;
        }

        _flies ^= _actions.Begun(GameAction.Fly) % 2 == 1;
        _sneaks = Held(GameAction.Sneak, Settings.SneakToggles, _sneaks);
        _sprints = Held(GameAction.Sprint, Settings.SprintToggles, _sprints);
        _session.Gait = new Gait
        {
            Forward = Math.Clamp(Axis(GameAction.Forward, GameAction.Back) + Sticks.Forward, -1, 1),
            Strafe = Math.Clamp(Axis(GameAction.Right, GameAction.Left) + Sticks.Right, -1, 1),
            Jump = _actions.Is(GameAction.Jump) && !_flies,
            Sneak = _sneaks && !_flies,
            Sprint = _sprints,
            Fly = _flies,
            Up = _actions.Is(GameAction.Jump),
            Down = _sneaks,
            AutoJump = Settings.AutoJump,
        };
    }

    private bool Held(GameAction action, bool toggles, bool before) =>
        toggles ? before ^ (_actions.Begun(action) % 2 == 1) : _actions.Is(action);

    private double Axis(GameAction more, GameAction less) => (_actions.Is(more) ? 1 : 0) - (_actions.Is(less) ? 1 : 0);

    private void ChooseSlot()
    {
        for (var slot = 0; slot < _hotbar.Slots.Count; slot++)
        {
            if (_actions.Begun(GameAction.Slot1 + slot) > 0)
            {
                _session.Slot = (byte)slot;
            }
        }

        var turned = _actions.Begun(GameAction.NextSlot) - _actions.Begun(GameAction.PreviousSlot);
        _session.Slot = (byte)((((_session.Slot + turned) % _hotbar.Slots.Count) + _hotbar.Slots.Count) % _hotbar.Slots.Count);
        if (_actions.Begun(GameAction.Pick) > 0 && Picked() is { } block && block.IsPlaceable())
        {
            Take(block);
        }

        _session.Held = _hotbar[_session.Slot];
    }

    // From the slot that has it; otherwise it comes into the hand.
    private void Take(Block block)
    {
        if (_hotbar.Find(block) is >= 0 and var found)
        {
            _session.Slot = (byte)found;
        }
        else
        {
            _hotbar[_session.Slot] = block;
        }
    }

    // What is aimed at: a ghost first, since what it wants is what one looks for.
    private Block? Picked()
    {
        if (_session.AimedGhost is { } ghost && _session.Frame.Contains(ghost.Cell))
        {
            var cell = _session.Frame.Size.CellAt(_session.Frame.ToSite(ghost.Cell));
            return _session.Site.Blocks[cell] == Block.Air ? _session.Site.Goal[cell] : _session.Site.Blocks[cell];
        }

        return _session.Aimed is { } hit && (byte)_session.World[hit.Cell] < Palette.Count ? (Block)_session.World[hit.Cell] : null;
    }

    private void Edit(double seconds)
    {
        foreach (var edit in _edits)
        {
            for (var times = edit.Repeat.Take(_actions.Begun(edit.Action), _actions.Is(edit.Action), seconds); times > 0; times--)
            {
                Refused = edit.Do() ?? Refused;
                Swing = 0.01f;
            }
        }

        for (var undo = _actions.Begun(GameAction.Undo); undo > 0; undo--)
        {
            Refused = _session.Undo();
        }

        for (var redo = _actions.Begun(GameAction.Redo); redo > 0; redo--)
        {
            Refused = _session.Redo();
        }
    }

    private void ChooseLayers()
    {
        var highest = _session.Site.Size.Height - 1;
        if (_actions.Begun(GameAction.LayerMode) > 0)
        {
            _session.Layers = _session.Layers.Mode switch
            {
                LayerMode.All => new LayerFilter(LayerMode.One, Math.Max(LowestLayer, _session.Layers.Layer)),
                LayerMode.One => new LayerFilter(LayerMode.Below, _session.Layers.Layer),
                _ => LayerFilter.All with { Layer = _session.Layers.Layer },
            };
        }

        var moved = _actions.Begun(GameAction.LayerUp) - _actions.Begun(GameAction.LayerDown);
        if (moved != 0)
        {
            var mode = _session.Layers.Mode == LayerMode.All ? LayerMode.Below : _session.Layers.Mode;
            _session.Layers = new LayerFilter(mode, Math.Clamp(Math.Max(LowestLayer, _session.Layers.Layer) + moved, LowestLayer, highest));
        }
    }

    private void DirectAssistant()
    {
        if (_session.Assistant is not { } assistant)
        {
            return;
        }

        assistant.IsPaused ^= _actions.Begun(GameAction.PauseAssistant) % 2 == 1;
        if (_actions.Begun(GameAction.RejectAssistant) is var rejected and > 0)
        {
            _session.RejectLast(rejected);
        }

        for (var accepted = _actions.Begun(GameAction.AcceptSuggestion); accepted > 0; accepted--)
        {
            _session.AcceptSuggestion();
        }

        if (_actions.Begun(GameAction.FasterAssistant) > 0)
        {
            assistant.ActionMilliseconds = Math.Max(assistant.ActionMilliseconds / 2, AssistantSeat.Fastest);
        }

        if (_actions.Begun(GameAction.SlowerAssistant) > 0)
        {
            assistant.ActionMilliseconds = Math.Min(2 * assistant.ActionMilliseconds, AssistantSettings.Slowest);
        }
    }

    private sealed record RepeatedEdit(GameAction Action, Repeat Repeat, Func<Rejection?> Do);
}
