using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>The functions of EGL that a context without a display needs, as they are.</summary>
internal static unsafe partial class Egl
{
    /// <summary>No display, context, surface or configuration.</summary>
    public const nint None = 0;

    /// <summary>Takes this thread's last error.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglGetError")]
    public static partial int GetError();

    /// <summary>A function by its name; 0 if EGL knows none.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglGetProcAddress", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint GetProcAddress(string name);

    /// <summary>A text about a display, or about EGL itself; null if it has none.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglQueryString")]
    public static partial byte* QueryString(nint display, int name);

    /// <summary>Starts a display; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglInitialize")]
    public static partial int Initialize(nint display, out int major, out int minor);

    /// <summary>Chooses the kind of OpenGL for this thread's next context; 0 if there is none of it.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglBindAPI")]
    public static partial int BindApi(int api);

    /// <summary>Makes a context; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglCreateContext")]
    public static partial nint CreateContext(nint display, nint config, nint share, int* attributes);

    /// <summary>Makes a context that of this thread; 0 if it cannot be.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglMakeCurrent")]
    public static partial int MakeCurrent(nint display, nint draw, nint read, nint context);

    /// <summary>Ends a context once it is current nowhere.</summary>
    [LibraryImport(NativeNames.Egl, EntryPoint = "eglDestroyContext")]
    public static partial int DestroyContext(nint display, nint context);
}
