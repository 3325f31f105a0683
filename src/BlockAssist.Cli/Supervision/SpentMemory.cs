using System.Runtime.InteropServices;

namespace BlockAssist.Cli.Supervision;

/// <summary>Memory that was needed to train, and is not any more.</summary>
/// <remarks>
/// Torch takes its memory from malloc, on many threads. That of glibc keeps for each of them whatever it once had, and gives back only what is free at
/// the end of it: a node that has trained for half a minute would hold a gigabyte until it ends.
/// </remarks>
internal static partial class SpentMemory
{
    /// <summary>Gives it back to the system; takes a tenth of a second or so.</summary>
    public static void GiveBack()
    {
        // Tensors that nobody disposed of are freed by their finalizers.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = Trim(0);
            }
            catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
            {
                // Another library of C than glibc, which keeps less.
            }
        }
    }

    // int malloc_trim(size_t pad), malloc_trim(3).
    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trim(nuint pad);
}
