namespace BlockAssist.Game.Platform.Native;

/// <summary>The libraries of the system that the game may ask for.</summary>
internal static class NativeNames
{
    /// <summary>GLFW 3.3 or newer: the window and its input.</summary>
    public const string Glfw = "glfw";

    /// <summary>EGL 1.4 or newer: OpenGL without a display.</summary>
    public const string Egl = "EGL";

    /// <summary>OpenAL 1.1 or newer: sound.</summary>
    public const string OpenAl = "openal";

    private static readonly NativeName[] Known =
    [
        new()
        {
            Logical = Glfw,
            Linux = ["libglfw.so.3", "libglfw.so"],
            Windows = ["glfw3.dll"],
            Mac = ["libglfw.3.dylib", "/opt/homebrew/lib/libglfw.3.dylib", "/usr/local/lib/libglfw.3.dylib"],
            Purpose = "the window",
            Debian = "libglfw3 libglx-mesa0",
            WindowsRemedy = "put glfw3.dll from www.glfw.org beside the program",
            MacRemedy = "brew install glfw",
        },
        new()
        {
            Logical = Egl,
            Linux = ["libEGL.so.1", "libEGL.so"],
            Windows = ["libEGL.dll"],
            Mac = ["libEGL.dylib"],
            Purpose = "pictures without a window",
            Debian = "libegl1 libegl-mesa0",
            WindowsRemedy = "pictures without a window can be made on Linux only",
            MacRemedy = "pictures without a window can be made on Linux only",
        },
        new()
        {
            Logical = OpenAl,
            Linux = ["libopenal.so.1", "libopenal.so"],
            Windows = ["soft_oal.dll", "OpenAL32.dll"],
            Mac = ["/System/Library/Frameworks/OpenAL.framework/OpenAL", "libopenal.1.dylib"],
            Purpose = "sound",
            Debian = "libopenal1",
            WindowsRemedy = "put soft_oal.dll from openal-soft.org beside the program",
            MacRemedy = "brew install openal-soft",
        },
    ];

    /// <summary>A library by its logical name; null if it is none of ours.</summary>
    public static NativeName? Find(string logical) => Array.Find(Known, name => name.Logical == logical);
}
