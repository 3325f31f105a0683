using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Which branches of instrumented assemblies were taken, and how often: as AFL counts, in 64 KiB for the whole process.</summary>
internal sealed class CoverageMap
{
    private const int Bytes = 1 << 16;

    // There as long as the process is: instrumented code writes into it, whether anybody looks or not.
    private static readonly byte[] Counts = GC.AllocateArray<byte>(Bytes, pinned: true);

    private readonly byte[] _counts = Counts;
    private readonly byte[] _seen = new byte[Bytes];

    /// <summary>The map that instrumented code counts in; there is one a process.</summary>
    public CoverageMap() => Place();

    /// <summary>Tells instrumented code where to count; without that none may run.</summary>
    public static unsafe void Place() => Trace.SharedMem = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(Counts, 0);

    /// <summary>How many branches were seen, each as often as it was seen to be taken.</summary>
    public int Seen { get; private set; }

    /// <summary>Forgets what was counted; what was seen stays.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        Trace.PrevLocation = 0;
    }

    /// <summary>Adds what was counted to what was seen.</summary>
    /// <returns>Whether there was anything new.</returns>
    public bool Look()
    {
        var isNew = false;
        for (var at = 0; at < Bytes; at += Vector<byte>.Count)
        {
            if (Vector.EqualsAll(new Vector<byte>(_counts, at), Vector<byte>.Zero))
            {
                continue;
            }

            for (var i = at; i < at + Vector<byte>.Count; i++)
            {
                var fresh = (byte)(StepOf(_counts[i]) & ~_seen[i]);
                _seen[i] |= fresh;
                Seen += BitOperations.PopCount(fresh);
                isNew |= fresh != 0;
            }
        }

        return isNew;
    }

    /// <summary>Forgets what was seen, too.</summary>
    public void Forget()
    {
        Array.Clear(_seen);
        Seen = 0;
        Clear();
    }

    // A bit a step: 1, 2, 3, 4 to 7, 8 to 15, 16 to 31, 32 to 127, more.
    private static byte StepOf(byte count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
