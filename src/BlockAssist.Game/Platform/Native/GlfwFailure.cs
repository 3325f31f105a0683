using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>Says in one line why there is no window, from GLFW's last error on this thread.</summary>
/// <remarks>GLFW's error callback has no place for a pointer of ours and so would need a static; asking afterwards needs none.</remarks>
internal static unsafe class GlfwFailure
{
    /// <summary>Why GLFW did not start.</summary>
    public static PlatformException OfStart()
    {
        var (_, said) = Last();
        return new PlatformException(
            $"there is no display to open a window on (GLFW: {said}); start the game from a desktop, or on Linux under a virtual display: xvfb-run -a");
    }

    /// <summary>Why there is no window.</summary>
    public static PlatformException OfWindow()
    {
        var (error, said) = Last();
        return new PlatformException(error is GlfwError.ApiUnavailable or GlfwError.VersionUnavailable or GlfwError.FormatUnavailable
            ? $"the graphics driver has no OpenGL 3.3 (GLFW: {said}); update it, or on Debian draw without a graphics card: apt-get install -y libgl1-mesa-dri libglx-mesa0"
            : $"the window could not be opened (GLFW: {said})");
    }

    private static (GlfwError Error, string Said) Last()
    {
        var error = Glfw.GetError(out var description);
        return (error, Marshal.PtrToStringUTF8((nint)description)?.TrimEnd('.') ?? $"error 0x{(int)error:X}");
    }
}
