using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Lines;

/// <summary>A peer's way to the hub: slow, narrow, and sometimes it fails.</summary>
/// <param name="options">How lines are.</param>
/// <param name="region">In which part of the network it is.</param>
/// <param name="draws">Its chance.</param>
internal sealed class Line(LineOptions options, Region region, Draws draws)
{
    private const double Bits = 8;

    private readonly TimeSpan _latency = TimeSpan.FromSeconds(draws.LogNormal(options.Latency.TotalSeconds, options.LatencySpread));
    private readonly double _up = draws.LogNormal(options.BitsUp, options.BitsSpread) / Bits;
    private readonly double _down = draws.LogNormal(options.BitsDown, options.BitsSpread) / Bits;

    /// <summary>How long so many bytes take to the hub.</summary>
    public TimeSpan Up(long bytes) => _latency + TimeSpan.FromSeconds(bytes / _up);

    /// <summary>How long so many bytes take from the hub.</summary>
    public TimeSpan Down(long bytes) => _latency + TimeSpan.FromSeconds(bytes / _down);

    /// <summary>Whether what is on its way now does not arrive.</summary>
    public bool Fails() => region.IsCut || draws.Happens(options.Loss / 2);

    /// <summary>How long to wait before it is tried again.</summary>
    /// <param name="failures">How often it has failed.</param>
    public TimeSpan RetryAfter(int failures)
    {
        const int MostDoublings = 10;
        var wait = options.Retry * Math.Pow(2, Math.Min(failures - 1, MostDoublings));
        return (wait < options.LongestRetry ? wait : options.LongestRetry) * (0.5 + draws.Share());
    }
}
