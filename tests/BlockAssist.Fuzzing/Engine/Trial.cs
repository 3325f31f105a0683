using System.Diagnostics;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Shows a target inputs, and says what is wrong with what it makes of them.</summary>
/// <param name="target">The target.</param>
/// <param name="read">It, opened.</param>
internal sealed class Trial(FuzzTarget target, Action<byte[]> read)
{
    private const int Again = 2;

    /// <summary>Shows it one input.</summary>
    /// <returns>What is wrong; null if nothing is.</returns>
    public Finding? Of(byte[] input)
    {
        var finding = Once(input);

        // What is slow or large only at first is so for what .NET prepares.
        for (var again = 0; again < Again && finding?.Kind is FindingKind.Slow or FindingKind.Memory; again++)
        {
            finding = Once(input);
        }

        return finding;
    }

    private Finding? Once(byte[] input)
    {
        var (began, worked, before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        try
        {
            read((byte[])input.Clone());
        }
        catch (Exception error) when (target.Allows(error))
        {
            // As documented.
        }
        catch (Exception error)
        {
            return Finding.Of(error);
        }

        // A busy machine makes everything slow; what waits works little.
        var (taken, bytes) = (Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - before);
        taken = taken > target.Longest ? TimeSpan.FromTicks(Math.Min(taken.Ticks, (Environment.CpuUsage.TotalTime - worked).Ticks)) : taken;
        return taken > target.Longest ? new Finding(FindingKind.Slow, "slow", FormattableString.Invariant($"{taken.TotalSeconds:F1} s for {input.Length} bytes"))
            : bytes > target.MostAllocated ? new Finding(FindingKind.Memory, "memory", FormattableString.Invariant($"{bytes >> 20} MiB set aside for {input.Length} bytes"))
            : null;
    }
}
