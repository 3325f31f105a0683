namespace BlockAssist.Net.Simulations.Clocks;

/// <summary>Time that goes from one event to the next, however long that takes: a clock and what is still to happen.</summary>
/// <remarks>What is to happen at the same time happens in the order in which it was planned. Belongs to one thread.</remarks>
/// <param name="start">When it begins.</param>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<Action, (long At, long Number)> _events = new();
    private long _now;
    private long _planned;

    /// <summary>How much of it has passed.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks(_now);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + Elapsed;

    /// <inheritdoc/>
    public override long GetTimestamp() => _now;

    /// <summary>Plans something.</summary>
    /// <param name="wait">In what time; at once if it is none.</param>
    /// <param name="act">What.</param>
    public void After(TimeSpan wait, Action act) => _events.Enqueue(act, (_now + Math.Max(0, wait.Ticks), _planned++));

    /// <summary>Goes on to the next event.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Next()
    {
        if (!_events.TryDequeue(out var act, out var place))
        {
            return false;
        }

        _now = place.At;
        act();
        return true;
    }
}
