using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>Keeps the sound libraries of Linux from writing to the terminal that there is no sound card: we say so ourselves, once.</summary>
internal static unsafe partial class QuietSound
{
    private const string Asound = "libasound.so.2";
    private const int KeepWhatIsSet = 0;

    /// <summary>Asks them to be quiet; who has set a level of messages keeps it.</summary>
    public static void Ask()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        _ = SetVariable("ALSOFT_LOGLEVEL", "0", KeepWhatIsSet);
        if (NativeLibrary.TryLoad(Asound, out var library) && NativeLibrary.TryGetExport(library, "snd_lib_error_set_handler", out var set))
        {
            delegate* unmanaged[Cdecl]<byte*, int, byte*, int, byte*, void> ignore = &Ignore;
            _ = ((delegate* unmanaged[Cdecl]<void*, int>)set)(ignore);
        }
    }

    // The message's values follow; who asks for none need not know them.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(byte* file, int line, byte* function, int error, byte* format) => _ = (*file, line, *function, error, *format);

    // The variables that a C library sees are not those of Environment.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
