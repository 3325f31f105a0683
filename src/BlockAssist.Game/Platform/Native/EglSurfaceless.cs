using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>An OpenGL 3.3 core context with neither display nor surface, current on the thread that made it.</summary>
/// <remarks>The display belongs to all contexts of the process and EGL does not count them, so it is never ended.</remarks>
internal sealed unsafe class EglSurfaceless : IDisposable
{
    private const string Mend = "on Debian: apt-get install -y libegl1 libegl-mesa0 libgl1-mesa-dri";

    private readonly nint _display;
    private readonly nint _context;

    /// <summary>Makes the context.</summary>
    /// <exception cref="PlatformException">EGL is missing, or cannot do without a display, or has no OpenGL 3.3.</exception>
    public EglSurfaceless()
    {
        _display = OpenDisplay();
        _context = CreateContext(_display);
        if (Egl.MakeCurrent(_display, Egl.None, Egl.None, _context) == EglValue.False)
        {
            var failure = Failure("a context without a surface cannot be used");
            _ = Egl.DestroyContext(_display, _context);
            throw failure;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ = Egl.MakeCurrent(_display, Egl.None, Egl.None, Egl.None);
        _ = Egl.DestroyContext(_display, _context);
    }

    private static nint OpenDisplay()
    {
        var extensions = Marshal.PtrToStringUTF8((nint)Egl.QueryString(Egl.None, EglValue.Extensions)) ?? "";
        var open = (delegate* unmanaged[Cdecl]<int, nint, int*, nint>)Egl.GetProcAddress("eglGetPlatformDisplayEXT");
        if (open is null || !extensions.Split(' ').Contains("EGL_MESA_platform_surfaceless"))
        {
            throw new PlatformException($"this system's EGL cannot draw without a display; {Mend}");
        }

        var display = open(EglValue.SurfacelessPlatform, Egl.None, null);
        return display != Egl.None && Egl.Initialize(display, out _, out _) != EglValue.False
            ? display
            : throw Failure("EGL does not start without a display");
    }

    private static nint CreateContext(nint display)
    {
        int[] attributes =
        [
            EglValue.ContextMajorVersion, 3,
            EglValue.ContextMinorVersion, 3,
            EglValue.ContextProfileMask, EglValue.CoreProfile,
            EglValue.EndOfAttributes,
        ];
        fixed (int* first = attributes)
        {
            var context = Egl.BindApi(EglValue.OpenGlApi) == EglValue.False ? Egl.None : Egl.CreateContext(display, Egl.None, Egl.None, first);
            return context != Egl.None ? context : throw Failure("EGL has no OpenGL 3.3");
        }
    }

    private static PlatformException Failure(string what) => new($"{what} (EGL error 0x{Egl.GetError():X}); {Mend}");
}
