using System.Diagnostics;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>Measures how long something takes, on the clock and of processors' time.</summary>
/// <param name="clock">The clock.</param>
internal sealed class StudyWatch(TimeProvider clock)
{
    /// <summary>Does something, and measures.</summary>
    public (T Result, TimeSpan Wall, TimeSpan Cpu) Time<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var (began, used) = (clock.GetTimestamp(), process.TotalProcessorTime);
        var result = work();
        process.Refresh();
        return (result, clock.GetElapsedTime(began), process.TotalProcessorTime - used);
    }
}
