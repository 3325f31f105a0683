namespace BlockAssist.Game.Platform;

/// <summary>An axis of a gamepad: a stick's goes from −1 to 1, a trigger's from 0 to 1; all rest near 0. GLFW's own numbers.</summary>
public enum GamepadAxis
{
    /// <summary>The left stick, to the right.</summary>
    LeftX = 0,

    /// <summary>The left stick, downwards.</summary>
    LeftY = 1,

    /// <summary>The right stick, to the right.</summary>
    RightX = 2,

    /// <summary>The right stick, downwards.</summary>
    RightY = 3,

    /// <summary>The left trigger, pulled.</summary>
    LeftTrigger = 4,

    /// <summary>The right trigger, pulled.</summary>
    RightTrigger = 5,
}
