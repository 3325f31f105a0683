namespace BlockAssist.Game.Platform.Native;

/// <summary>EGL's numbers.</summary>
internal static class EglValue
{
    /// <summary>No.</summary>
    public const int False = 0;

    /// <summary>The end of a list of attributes.</summary>
    public const int EndOfAttributes = 0x3038;

    /// <summary>Asks for the names of the extensions.</summary>
    public const int Extensions = 0x3055;

    /// <summary>First number of the OpenGL version.</summary>
    public const int ContextMajorVersion = 0x3098;

    /// <summary>Second number of the OpenGL version.</summary>
    public const int ContextMinorVersion = 0x30FB;

    /// <summary>Which profiles of OpenGL will do.</summary>
    public const int ContextProfileMask = 0x30FD;

    /// <summary>The core profile, as a bit of that mask.</summary>
    public const int CoreProfile = 1;

    /// <summary>OpenGL, not OpenGL ES.</summary>
    public const int OpenGlApi = 0x30A2;

    /// <summary>The platform that has neither display nor surfaces.</summary>
    public const int SurfacelessPlatform = 0x31DD;
}
