namespace BlockAssist.Game.Platform;

/// <summary>What happened at the window. Says which members of an <see cref="InputEvent"/> mean something.</summary>
public enum InputEventKind
{
    /// <summary>Nothing; the kind of an event that was never made.</summary>
    None = 0,

    /// <summary>A key went down: <see cref="InputEvent.Key"/>, <see cref="InputEvent.ScanCode"/>, <see cref="InputEvent.Modifiers"/>.</summary>
    KeyDown = 1,

    /// <summary>A key is held, and the system repeats it: as for <see cref="KeyDown"/>.</summary>
    KeyRepeat = 2,

    /// <summary>A key came up: as for <see cref="KeyDown"/>.</summary>
    KeyUp = 3,

    /// <summary>A character was typed: <see cref="InputEvent.Rune"/>. It follows the key that typed it.</summary>
    Character = 4,

    /// <summary>A mouse button went down: <see cref="InputEvent.Button"/>, <see cref="InputEvent.Modifiers"/>, and the pointer at X and Y in pixels.</summary>
    MouseDown = 5,

    /// <summary>A mouse button came up: as for <see cref="MouseDown"/>.</summary>
    MouseUp = 6,

    /// <summary>The wheel was turned by X to the right and Y away from the person, in notches.</summary>
    Wheel = 7,

    /// <summary>The mouse moved by X to the right and Y downwards: in counts of the mouse while the cursor is captured, in screen coordinates otherwise.</summary>
    Motion = 8,

    /// <summary>The window got the input focus.</summary>
    Focus = 9,

    /// <summary>The window lost the input focus. Events after this one release what was held.</summary>
    Unfocus = 10,

    /// <summary>The frame buffer is now X by Y pixels.</summary>
    Resize = 11,

    /// <summary>Somebody wants the window closed.</summary>
    Close = 12,

    /// <summary>Files were dropped on the window: <see cref="InputEvent.Files"/>.</summary>
    FilesDropped = 13,

    /// <summary>A gamepad's button went down: <see cref="InputEvent.GamepadButton"/>.</summary>
    GamepadDown = 14,

    /// <summary>A gamepad's button came up: <see cref="InputEvent.GamepadButton"/>.</summary>
    GamepadUp = 15,

    /// <summary>A gamepad's axis is now at X: <see cref="InputEvent.GamepadAxis"/>.</summary>
    GamepadAxis = 16,
}
