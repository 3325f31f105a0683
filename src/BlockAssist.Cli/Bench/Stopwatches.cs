namespace BlockAssist.Cli.Bench;

/// <summary>Measures how often something can be done in a second.</summary>
/// <remarks>
/// Warms up, then takes several short turns and keeps the best: on a machine with other work the best turn is the one least disturbed.
/// </remarks>
internal sealed class Stopwatches(TimeProvider clock, double seconds)
{
    private const int Turns = 5;

    /// <summary>How many units a second the work gets done, and the bytes it allocates per unit.</summary>
    /// <param name="units">How many units one call of the work is.</param>
    /// <param name="work">The work.</param>
    public (double PerSecond, double BytesPerUnit) Measure(long units, Action work)
    {
        Take(seconds / 4, work);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (best, calls) = (0.0, 0L);
        for (var turn = 0; turn < Turns; turn++)
        {
            var (done, elapsed) = Take(seconds / Turns, work);
            best = Math.Max(best, done * units / elapsed);
            calls += done;
        }

        // Measuring itself allocates nothing.
        return (best, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(calls * units));
    }

    private (long Calls, double Seconds) Take(double length, Action work)
    {
        var start = clock.GetTimestamp();
        for (var calls = 1L; ; calls++)
        {
            work();
            var elapsed = clock.GetElapsedTime(start).TotalSeconds;
            if (elapsed >= length)
            {
                return (calls, elapsed);
            }
        }
    }
}
