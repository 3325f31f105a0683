namespace BlockAssist.Game.Platform;

/// <summary>A button of a gamepad, named as on an Xbox one. GLFW's own numbers.</summary>
public enum GamepadButton
{
    /// <summary>The lower one of the four.</summary>
    A = 0,

    /// <summary>The right one of the four.</summary>
    B = 1,

    /// <summary>The left one of the four.</summary>
    X = 2,

    /// <summary>The upper one of the four.</summary>
    Y = 3,

    /// <summary>Above the left trigger.</summary>
    LeftBumper = 4,

    /// <summary>Above the right trigger.</summary>
    RightBumper = 5,

    /// <summary>Left of the middle.</summary>
    Back = 6,

    /// <summary>Right of the middle.</summary>
    Start = 7,

    /// <summary>The one in the middle.</summary>
    Guide = 8,

    /// <summary>The left stick, pressed.</summary>
    LeftThumb = 9,

    /// <summary>The right stick, pressed.</summary>
    RightThumb = 10,

    /// <summary>Up on the pad.</summary>
    Up = 11,

    /// <summary>Right on the pad.</summary>
    Right = 12,

    /// <summary>Down on the pad.</summary>
    Down = 13,

    /// <summary>Left on the pad.</summary>
    Left = 14,
}
