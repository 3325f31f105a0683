namespace BlockAssist.Chain.Tests.Rpc;

/// <summary>A clock on which every wait is over at once, and has taken its time all the same.</summary>
internal sealed class HurriedClock : TimeProvider
{
    private const int MostWaits = 10_000;

    private readonly Lock _lock = new();
    private int _waits;
    private DateTimeOffset _now = Start;

    public static DateTimeOffset Start { get; } = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How long was waited in all.</summary>
    public TimeSpan Waited => GetUtcNow() - Start;

    /// <summary>What happens during each wait.</summary>
    public Action? OnWait { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _waits = _waits < MostWaits ? _waits + 1 : throw new InvalidOperationException("Something waits without an end.");
            _now += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
        }

        OnWait?.Invoke();
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
