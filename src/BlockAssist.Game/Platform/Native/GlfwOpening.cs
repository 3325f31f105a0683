namespace BlockAssist.Game.Platform.Native;

/// <summary>Starts GLFW and makes a window with an OpenGL 3.3 context.</summary>
internal static class GlfwOpening
{
    private const string DesktopName = "blockassist";

    /// <summary>Starts GLFW.</summary>
    /// <exception cref="PlatformException">It is not installed, or there is no display.</exception>
    public static void Start()
    {
        if (Glfw.Init() == GlfwValue.False)
        {
            throw GlfwFailure.OfStart();
        }
    }

    /// <summary>Makes a window whose context is current on this thread.</summary>
    /// <exception cref="PlatformException">There is no OpenGL 3.3, or the window system refuses.</exception>
    public static nint Open(GameWindowOptions options)
    {
        Hint(options);
        var window = Glfw.CreateWindow(options.Width, options.Height, options.Title, monitor: 0, share: 0);
        if (window == 0)
        {
            throw GlfwFailure.OfWindow();
        }

        Glfw.MakeContextCurrent(window);
        return window;
    }

    private static void Hint(GameWindowOptions options)
    {
        Glfw.DefaultWindowHints();
        Glfw.WindowHint(GlfwHint.ContextVersionMajor, 3);
        Glfw.WindowHint(GlfwHint.ContextVersionMinor, 3);
        Glfw.WindowHint(GlfwHint.OpenGlProfile, GlfwValue.CoreProfile);
        Glfw.WindowHint(GlfwHint.OpenGlForwardCompatible, GlfwValue.True);
        Glfw.WindowHint(GlfwHint.DepthBits, 24);
        Glfw.WindowHint(GlfwHint.StencilBits, 0);
        Glfw.WindowHint(GlfwHint.Samples, options.Samples);
        Glfw.WindowHint(GlfwHint.ScaleToMonitor, GlfwValue.True);
        Glfw.WindowHint(GlfwHint.X11ClassName, DesktopName);
        Glfw.WindowHint(GlfwHint.X11InstanceName, DesktopName);
    }
}
