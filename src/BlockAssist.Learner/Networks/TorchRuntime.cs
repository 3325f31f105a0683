using System.Runtime.InteropServices;
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
