namespace BlockAssist.Game.Platform;

/// <summary>A button of the mouse. GLFW's own numbers.</summary>
public enum MouseButton
{
    /// <summary>The left one.</summary>
    Left = 0,

    /// <summary>The right one.</summary>
    Right = 1,

    /// <summary>The wheel, pressed.</summary>
    Middle = 2,

    /// <summary>The first one at the side.</summary>
    Button4 = 3,

    /// <summary>The second one at the side.</summary>
    Button5 = 4,

    /// <summary>A sixth one.</summary>
    Button6 = 5,

    /// <summary>A seventh one.</summary>
    Button7 = 6,

    /// <summary>An eighth one.</summary>
    Button8 = 7,
}
