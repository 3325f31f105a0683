namespace BlockAssist.Game.Platform.Native;

/// <summary>Why GLFW could not do something. GLFW's own numbers; only those that are told apart here.</summary>
internal enum GlfwError
{
    /// <summary>The driver has no OpenGL at all.</summary>
    ApiUnavailable = 0x10006,

    /// <summary>The driver has no OpenGL as new as was asked for.</summary>
    VersionUnavailable = 0x10007,

    /// <summary>There is no frame buffer of the kind that was asked for, or no text in the clipboard.</summary>
    FormatUnavailable = 0x10009,
}
