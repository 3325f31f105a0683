using System.Runtime.InteropServices;
using BlockAssist.Learner.Inference;
using TorchSharp;

namespace BlockAssist.Learner.Networks;

/// <summary>What is set once for the whole process before the first tensor.</summary>
public static class TorchRuntime
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapMax = -4;

    /// <summary>Bounds torch's threads, and has the C library keep the memory of tensors instead of giving it back each time.</summary>
    /// <param name="threads">How many threads one operation may use; 1 where a game or other work shares the cores.</param>
    public static void Start(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        KeepMemory();
        torch.set_num_threads(threads);
    }

    /// <summary>Which torch there is, or why it cannot be loaded.</summary>
    /// <returns>The version, and the reason in one line: null if it can.</returns>
    public static (string Version, string? Fault) Load()
    {
        var version = typeof(torch).Assembly.GetName().Version?.ToString(3) ?? "unknown";
        try
        {
            using var one = torch.ones(1);
            return (version, null);
        }
        catch (Exception exception) when (IsMissingLibrary(exception))
        {
            return (version, RuntimeMessage.Of(exception));
        }
    }

    // TorchSharp reports a library that does not load as a package that was not restored: NotSupportedException.
    private static bool IsMissingLibrary(Exception exception) => exception
        is NotSupportedException
        or DllNotFoundException
        or BadImageFormatException
        or EntryPointNotFoundException
        or TypeInitializationException;

    // By default each large tensor is mapped and unmapped again: up to half of the time of a training step was page faults.
    private static void KeepMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            _ = mallopt(MmapMax, 0);
            _ = mallopt(TrimThreshold, int.MaxValue);
            _ = mallopt(TopPad, 256 << 20);
        }
        catch (EntryPointNotFoundException)
        {
            // Only glibc has it; musl's memory stays as it is.
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int mallopt(int param, int value);
}
