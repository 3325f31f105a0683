namespace BlockAssist.Chain.Rpc;

/// <summary>How long to wait: twice as long each time, with some chance in it so that not all come back at once.</summary>
/// <param name="first">The first time.</param>
/// <param name="longest">At most.</param>
/// <param name="chance">By how much less, up to half.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random chance)
{
    private const int MostDoublings = 30;

    private readonly Lock _lock = new();

    /// <summary>The wait after a number of tries that came to nothing, from 0 on.</summary>
    public TimeSpan After(int tries)
    {
        var full = Math.Min(longest.Ticks, first.Ticks * (double)(1L << Math.Min(tries, MostDoublings)));
        lock (_lock)
        {
            return TimeSpan.FromTicks((long)(full * (1 - (chance.NextDouble() / 2))));
        }
    }
}
