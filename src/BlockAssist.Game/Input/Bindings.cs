using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Input;

/// <summary>Which key or button does what.</summary>
public sealed class Bindings
{
    private readonly Dictionary<GameAction, Binding[]> _ofAction;
    private readonly Dictionary<Binding, GameAction[]> _byBinding;

    /// <summary>Bindings as given; an action that is not among them has none.</summary>
    public Bindings(IReadOnlyDictionary<GameAction, Binding[]> bindings)
    {
        _ofAction = new Dictionary<GameAction, Binding[]>(bindings);
        _byBinding = _ofAction
            .SelectMany(entry => entry.Value.Select(binding => (binding, entry.Key)))
            .GroupBy(pair => pair.binding, pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>What one has who has changed nothing.</summary>
    public static Bindings Usual { get; } = new(new Dictionary<GameAction, Binding[]>
    {
        [GameAction.Forward] = [Binding.Of(GlfwKey.W), Binding.Of(GlfwKey.Up)],
        [GameAction.Back] = [Binding.Of(GlfwKey.S), Binding.Of(GlfwKey.Down)],
        [GameAction.Left] = [Binding.Of(GlfwKey.A), Binding.Of(GlfwKey.Left)],
        [GameAction.Right] = [Binding.Of(GlfwKey.D), Binding.Of(GlfwKey.Right)],
        [GameAction.Jump] = [Binding.Of(GlfwKey.Space), Binding.Of(GamepadButton.A)],
        [GameAction.Sneak] = [Binding.Of(GlfwKey.LeftShift), Binding.Of(GamepadButton.B)],
        [GameAction.Sprint] = [Binding.Of(GlfwKey.LeftControl), Binding.Of(GamepadButton.LeftThumb)],
        [GameAction.Fly] = [Binding.Of(GlfwKey.F)],
        [GameAction.Break] = [Binding.Of(MouseButton.Left)],
        [GameAction.Place] = [Binding.Of(MouseButton.Right)],
        [GameAction.EasyPlace] = [Binding.Of(GlfwKey.R), Binding.Of(GamepadButton.X)],
        [GameAction.Pick] = [Binding.Of(MouseButton.Middle), Binding.Of(GamepadButton.Y)],
        [GameAction.Undo] = [Binding.Of(GlfwKey.Z)],
        [GameAction.Redo] = [Binding.Of(GlfwKey.Y)],
        [GameAction.Slot1] = [Binding.Of(GlfwKey.Digit1)],
        [GameAction.Slot2] = [Binding.Of(GlfwKey.Digit2)],
        [GameAction.Slot3] = [Binding.Of(GlfwKey.Digit3)],
        [GameAction.Slot4] = [Binding.Of(GlfwKey.Digit4)],
        [GameAction.Slot5] = [Binding.Of(GlfwKey.Digit5)],
        [GameAction.Slot6] = [Binding.Of(GlfwKey.Digit6)],
        [GameAction.Slot7] = [Binding.Of(GlfwKey.Digit7)],
        [GameAction.Slot8] = [Binding.Of(GlfwKey.Digit8)],
        [GameAction.Slot9] = [Binding.Of(GlfwKey.Digit9)],
        [GameAction.NextSlot] = [Binding.WheelDown, Binding.Of(GamepadButton.RightBumper)],
        [GameAction.PreviousSlot] = [Binding.WheelUp, Binding.Of(GamepadButton.LeftBumper)],
        [GameAction.LayerUp] = [Binding.Of(GlfwKey.PageUp)],
        [GameAction.LayerDown] = [Binding.Of(GlfwKey.PageDown)],
        [GameAction.LayerMode] = [Binding.Of(GlfwKey.L)],
        [GameAction.SeeThrough] = [Binding.Of(GlfwKey.V)],
        [GameAction.PauseAssistant] = [Binding.Of(GlfwKey.P)],
        [GameAction.RejectAssistant] = [Binding.Of(GlfwKey.X)],
        [GameAction.FasterAssistant] = [Binding.Of(GlfwKey.Equal)],
        [GameAction.SlowerAssistant] = [Binding.Of(GlfwKey.Minus)],
        [GameAction.AcceptSuggestion] = [Binding.Of(GlfwKey.Tab), Binding.Of(GamepadButton.Right)],
        [GameAction.ShowBelief] = [Binding.Of(GlfwKey.B), Binding.Of(GamepadButton.Down)],
        [GameAction.Debug] = [Binding.Of(GlfwKey.F3)],
        [GameAction.Screenshot] = [Binding.Of(GlfwKey.F2)],
        [GameAction.HideHud] = [Binding.Of(GlfwKey.F1)],
        [GameAction.Perspective] = [Binding.Of(GlfwKey.F5), Binding.Of(GamepadButton.RightThumb)],
        [GameAction.Fullscreen] = [Binding.Of(GlfwKey.F11)],
        [GameAction.Menu] = [Binding.Of(GlfwKey.Escape), Binding.Of(GamepadButton.Start)],
        [GameAction.Inventory] = [Binding.Of(GlfwKey.E), Binding.Of(GamepadButton.Up)],
        [GameAction.Chat] = [Binding.Of(GlfwKey.T)],
        [GameAction.Command] = [Binding.Of(GlfwKey.Slash)],
    });

    /// <summary>What does an action.</summary>
    public IReadOnlyList<Binding> Of(GameAction action) => _ofAction.GetValueOrDefault(action, []);

    /// <summary>Whether both bind every action to the same.</summary>
    public bool Matches(Bindings other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Enum.GetValues<GameAction>().All(action => Of(action).SequenceEqual(other.Of(action)));
    }

    /// <summary>What something does.</summary>
    public ReadOnlySpan<GameAction> By(Binding binding) => _byBinding.GetValueOrDefault(binding);

    /// <summary>The same with other bindings for one action.</summary>
    public Bindings With(GameAction action, params Binding[] bindings) => new(new Dictionary<GameAction, Binding[]>(_ofAction) { [action] = bindings });
}
