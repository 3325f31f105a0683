namespace BlockAssist.Game.Platform.Native;

/// <summary>How GLFW reads an input device. GLFW's own numbers.</summary>
internal enum GlfwInputMode
{
    /// <summary>Whether the cursor is free; see <see cref="GlfwValue.CursorNormal"/>.</summary>
    Cursor = 0x33001,

    /// <summary>Whether motion of a held cursor comes as the mouse counts it, without the desktop's acceleration.</summary>
    RawMouseMotion = 0x33005,
}
