using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Input;

/// <summary>What one presses, clicks or turns: a key, a mouse button, a way of the wheel or a button of a gamepad.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Code">Its number among its kind.</param>
public readonly record struct Binding(BindingKind Kind, int Code)
{
    /// <summary>The wheel turned away from the player.</summary>
    public static Binding WheelUp { get; } = new(BindingKind.Wheel, 1);

    /// <summary>The wheel turned towards the player.</summary>
    public static Binding WheelDown { get; } = new(BindingKind.Wheel, -1);

    /// <summary>A key.</summary>
    public static Binding Of(GlfwKey key) => new(BindingKind.Key, (int)key);

    /// <summary>A mouse button.</summary>
    public static Binding Of(MouseButton button) => new(BindingKind.Mouse, (int)button);

    /// <summary>A button of a gamepad.</summary>
    public static Binding Of(GamepadButton button) => new(BindingKind.Gamepad, (int)button);

    /// <summary>What an event presses or lets go; null if it is no such event.</summary>
    public static Binding? Of(in InputEvent happened) => happened.Kind switch
    {
        InputEventKind.KeyDown or InputEventKind.KeyUp => Of(happened.Key),
        InputEventKind.MouseDown or InputEventKind.MouseUp => Of(happened.Button),
        InputEventKind.GamepadDown or InputEventKind.GamepadUp => Of(happened.GamepadButton),
        InputEventKind.Wheel when happened.Y != 0 => happened.Y > 0 ? WheelUp : WheelDown,
        _ => null,
    };

    /// <summary>Reads what <see cref="ToString"/> writes; null if nothing is called that.</summary>
    public static Binding? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(':') switch
        {
            ["Wheel", "Up"] => WheelUp,
            ["Wheel", "Down"] => WheelDown,
            ["Mouse", var name] when Named<MouseButton>(name) is { } button => Of(button),
            ["Gamepad", var name] when Named<GamepadButton>(name) is { } button => Of(button),
            [var name] when Named<GlfwKey>(name) is { } key and not GlfwKey.Unknown => Of(key),
            _ => null,
        };
    }

    /// <summary>As a settings file has it: <c>W</c>, <c>Mouse:Left</c>, <c>Wheel:Up</c>, <c>Gamepad:A</c>.</summary>
    public override string ToString() => Kind switch
    {
        BindingKind.Key => $"{(GlfwKey)Code}",
        BindingKind.Mouse => $"Mouse:{(MouseButton)Code}",
        BindingKind.Gamepad => $"Gamepad:{(GamepadButton)Code}",
        _ => Code > 0 ? "Wheel:Up" : "Wheel:Down",
    };

    // A number is a name to the base library, but not in a file.
    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.IsDefined(typeof(T), name) ? Enum.Parse<T>(name) : null;
}
