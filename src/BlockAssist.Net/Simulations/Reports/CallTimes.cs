using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Net.Simulations.Reports;

/// <summary>How long calls of the coordinator really take.</summary>
/// <param name="clock">The real clock.</param>
internal sealed class CallTimes(TimeProvider clock)
{
    private readonly List<double> _microseconds = [];

    /// <summary>Makes a call.</summary>
    public T Measure<T>(Func<T> call)
    {
        var began = clock.GetTimestamp();
        var result = call();
        _microseconds.Add(clock.GetElapsedTime(began).TotalMicroseconds);
        return result;
    }

    /// <summary>What half of the calls took, and what 99 of 100; in microseconds.</summary>
    public Percentiles Percentiles() => _microseconds.Count == 0 ? new Percentiles(0, 0) : BlockAssist.Simulation.Measuring.Percentiles.Of(_microseconds);
}
