using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Input;

/// <summary>Which actions are being done, and which were begun since the last frame.</summary>
/// <remarks>An action with two keys lasts as long as either is held. Allocates nothing. Belongs to one thread.</remarks>
public sealed class ActionState(Bindings bindings)
{
    private static readonly int Count = Enum.GetValues<GameAction>().Length;

    private readonly int[] _held = new int[Count];
    private readonly int[] _begun = new int[Count];

    /// <summary>Which key does what.</summary>
    public Bindings Bindings { get; set; } = bindings;

    /// <summary>Whether an action is being done.</summary>
    public bool Is(GameAction action) => _held[(int)action] > 0;

    /// <summary>How often an action was begun in this frame.</summary>
    public int Begun(GameAction action) => _begun[(int)action];

    /// <summary>Begins a frame.</summary>
    public void BeginFrame() => Array.Clear(_begun);

    /// <summary>Lets everything go: the window lost the focus, or a screen opened.</summary>
    public void Release() => Array.Clear(_held);

    /// <summary>Takes in an event.</summary>
    public void Handle(in InputEvent happened)
    {
        if (Binding.Of(happened) is not { } binding)
        {
            return;
        }

        var isDown = happened.Kind is InputEventKind.KeyDown or InputEventKind.MouseDown or InputEventKind.GamepadDown;
        foreach (var action in Bindings.By(binding))
        {
            if (binding.Kind == BindingKind.Wheel)
            {
                _begun[(int)action] += Math.Max(1, (int)MathF.Abs(happened.Y));
            }
            else if (isDown)
            {
                _held[(int)action]++;
                _begun[(int)action]++;
            }
            else
            {
                _held[(int)action] = Math.Max(0, _held[(int)action] - 1);
            }
        }
    }
}
