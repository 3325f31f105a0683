using System.Text;

namespace BlockAssist.Game.Platform;

/// <summary>One thing that happened at the window; <see cref="InputEventKind"/> says which members mean something.</summary>
/// <remarks>A small value, so that a frame's events are told without making garbage; only dropped files are an object.</remarks>
public readonly record struct InputEvent
{
    private readonly int _code;

    private InputEvent(InputEventKind kind, int code = 0, float x = 0, float y = 0) => (Kind, _code, X, Y) = (kind, code, x, y);

    /// <summary>What happened.</summary>
    public InputEventKind Kind { get; }

    /// <summary>How far to the right, or how wide; the kind says in which unit.</summary>
    public float X { get; }

    /// <summary>How far down, or how high; the kind says in which unit.</summary>
    public float Y { get; }

    /// <summary>The system's number of the key; tells keys apart that have no name.</summary>
    public int ScanCode { get; private init; }

    /// <summary>The modifier keys that were held.</summary>
    public KeyModifiers Modifiers { get; private init; }

    /// <summary>The paths of the dropped files and folders; empty for all other kinds.</summary>
    public IReadOnlyList<string> Files { get => field ?? []; private init; }

    /// <summary>The key.</summary>
    public GlfwKey Key => (GlfwKey)_code;

    /// <summary>The mouse button.</summary>
    public MouseButton Button => (MouseButton)_code;

    /// <summary>The character typed.</summary>
    public Rune Rune => Rune.IsValid(_code) ? new Rune(_code) : Rune.ReplacementChar;

    /// <summary>The button of the gamepad.</summary>
    public GamepadButton GamepadButton => (GamepadButton)_code;

    /// <summary>The axis of the gamepad.</summary>
    public GamepadAxis GamepadAxis => (GamepadAxis)_code;

    /// <summary>A key went down.</summary>
    public static InputEvent KeyDown(GlfwKey key, KeyModifiers modifiers = KeyModifiers.None, int scanCode = 0) =>
        new(InputEventKind.KeyDown, (int)key) { Modifiers = modifiers, ScanCode = scanCode };

    /// <summary>A key is held, and the system repeats it.</summary>
    public static InputEvent KeyRepeat(GlfwKey key, KeyModifiers modifiers = KeyModifiers.None, int scanCode = 0) =>
        new(InputEventKind.KeyRepeat, (int)key) { Modifiers = modifiers, ScanCode = scanCode };

    /// <summary>A key came up.</summary>
    public static InputEvent KeyUp(GlfwKey key, KeyModifiers modifiers = KeyModifiers.None, int scanCode = 0) =>
        new(InputEventKind.KeyUp, (int)key) { Modifiers = modifiers, ScanCode = scanCode };

    /// <summary>A character was typed.</summary>
    /// <param name="codePoint">Its Unicode number.</param>
    public static InputEvent Character(int codePoint) => new(InputEventKind.Character, codePoint);

    /// <summary>A mouse button went down with the pointer at a pixel.</summary>
    public static InputEvent MouseDown(MouseButton button, float x, float y, KeyModifiers modifiers = KeyModifiers.None) =>
        new(InputEventKind.MouseDown, (int)button, x, y) { Modifiers = modifiers };

    /// <summary>A mouse button came up with the pointer at a pixel.</summary>
    public static InputEvent MouseUp(MouseButton button, float x, float y, KeyModifiers modifiers = KeyModifiers.None) =>
        new(InputEventKind.MouseUp, (int)button, x, y) { Modifiers = modifiers };

    /// <summary>The wheel was turned, in notches.</summary>
    public static InputEvent Wheel(float x, float y) => new(InputEventKind.Wheel, 0, x, y);

    /// <summary>The mouse moved.</summary>
    public static InputEvent Motion(float x, float y) => new(InputEventKind.Motion, 0, x, y);

    /// <summary>The window got or lost the input focus.</summary>
    public static InputEvent Focus(bool focused) => new(focused ? InputEventKind.Focus : InputEventKind.Unfocus);

    /// <summary>The frame buffer has a new size in pixels.</summary>
    public static InputEvent Resize(int width, int height) => new(InputEventKind.Resize, 0, width, height);

    /// <summary>Somebody wants the window closed.</summary>
    public static InputEvent Close() => new(InputEventKind.Close);

    /// <summary>Files or folders were dropped on the window.</summary>
    public static InputEvent FilesDropped(IReadOnlyList<string> files) => new(InputEventKind.FilesDropped) { Files = files };

    /// <summary>A gamepad's button went down or came up.</summary>
    public static InputEvent Gamepad(GamepadButton button, bool down) =>
        new(down ? InputEventKind.GamepadDown : InputEventKind.GamepadUp, (int)button);

    /// <summary>A gamepad's axis moved.</summary>
    /// <param name="axis">Which.</param>
    /// <param name="value">Where it is now; see <see cref="GamepadAxis"/>.</param>
    public static InputEvent Gamepad(GamepadAxis axis, float value) => new(InputEventKind.GamepadAxis, (int)axis, value);
}
