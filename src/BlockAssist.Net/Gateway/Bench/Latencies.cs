using System.Collections.Concurrent;
using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Net.Gateway.Bench;

/// <summary>How long many things of one kind took, measured by many at once.</summary>
/// <param name="name">What they are.</param>
/// <param name="clock">The clock.</param>
internal sealed class Latencies(string name, TimeProvider clock)
{
    private readonly ConcurrentBag<double> _milliseconds = [];
    private int _refused;
    private int _failed;

    /// <summary>Measures something, which may be refused.</summary>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> MeasureAsync(Func<Task> what)
    {
        var began = clock.GetTimestamp();
        try
        {
            await what().ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            Interlocked.Increment(ref error.StatusCode is null ? ref _failed : ref _refused);
            return false;
        }

        _milliseconds.Add(clock.GetElapsedTime(began).TotalMilliseconds);
        return true;
    }

    /// <summary>What they came to.</summary>
    public GatewayFigures Figures()
    {
        double[] all = [.. _milliseconds];
        var (half, most) = all.Length == 0 ? new Percentiles(0, 0) : Percentiles.Of(all);
        return new GatewayFigures(name, all.Length, half, most, all.DefaultIfEmpty().Max(), _refused, _failed);
    }
}
