namespace BlockAssist.Game.Platform.Native;

/// <summary>What GLFW can be told about a window before it is made, or asked about afterwards. GLFW's own numbers.</summary>
internal enum GlfwHint
{
    /// <summary>Whether the window has the input focus.</summary>
    Focused = 0x20001,

    /// <summary>Whether the window is minimized.</summary>
    Iconified = 0x20002,

    /// <summary>Bits of the depth buffer.</summary>
    DepthBits = 0x21005,

    /// <summary>Bits of the stencil buffer.</summary>
    StencilBits = 0x21006,

    /// <summary>Samples a pixel; 0 for none.</summary>
    Samples = 0x2100D,

    /// <summary>First number of the OpenGL version.</summary>
    ContextVersionMajor = 0x22002,

    /// <summary>Second number of the OpenGL version.</summary>
    ContextVersionMinor = 0x22003,

    /// <summary>Whether what is deprecated is left out; macOS wants it so.</summary>
    OpenGlForwardCompatible = 0x22006,

    /// <summary>Which profile of OpenGL; see <see cref="GlfwValue.CoreProfile"/>.</summary>
    OpenGlProfile = 0x22008,

    /// <summary>Whether the window's size grows with the monitor's scale.</summary>
    ScaleToMonitor = 0x2200C,

    /// <summary>The class by which an X11 desktop knows the program's windows; a text.</summary>
    X11ClassName = 0x24001,

    /// <summary>The instance name that goes with the class; a text.</summary>
    X11InstanceName = 0x24002,
}
