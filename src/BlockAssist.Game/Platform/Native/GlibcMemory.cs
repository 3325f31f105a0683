using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>Keeps glibc from giving memory back to the kernel only to ask for it again in the next frame.</summary>
/// <remarks>
/// Mesa's software renderer frees some megabytes at the top of the heap with each picture. Giving them back each time took half
/// of the frame time (12.5 ms grew to 33.6 ms at 1280×720). M_MMAP_THRESHOLD stays as it is: raising it made windows slower.
/// </remarks>
internal static unsafe class GlibcMemory
{
    private const string Library = "libc.so.6";
    private const int TrimThreshold = -1;
    private const int TopPad = -2;

    /// <summary>Sets how much freed memory is kept; to be called before OpenGL is first used, and harmless later.</summary>
    /// <returns>Whether this system's C library can be told so: musl, Windows and macOS cannot.</returns>
    public static bool KeepFreed()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad(Library, out var library) || !NativeLibrary.TryGetExport(library, "mallopt", out var address))
        {
            return false;
        }

        var mallopt = (delegate* unmanaged[Cdecl]<int, int, int>)address;
        return mallopt(TrimThreshold, 256 << 20) == 1 && mallopt(TopPad, 64 << 20) == 1;
    }
}
