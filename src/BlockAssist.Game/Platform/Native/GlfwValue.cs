namespace BlockAssist.Game.Platform.Native;

/// <summary>GLFW's numbers for what is asked of it or told by it.</summary>
internal static class GlfwValue
{
    /// <summary>No.</summary>
    public const int False = 0;

    /// <summary>Yes.</summary>
    public const int True = 1;

    /// <summary>A key or button was released.</summary>
    public const int Release = 0;

    /// <summary>A key or button was pressed.</summary>
    public const int Press = 1;

    /// <summary>The core profile of OpenGL.</summary>
    public const int CoreProfile = 0x32001;

    /// <summary>The cursor is seen and free.</summary>
    public const int CursorNormal = 0x34001;

    /// <summary>The cursor is hidden and held; its position has no bounds.</summary>
    public const int CursorDisabled = 0x34003;

    /// <summary>No preference.</summary>
    public const int DontCare = -1;

    /// <summary>How many joysticks GLFW can tell apart.</summary>
    public const int Joysticks = 16;
}
