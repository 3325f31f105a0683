namespace BlockAssist.Game.Tests.Platform;

/// <summary>A clock that goes on by a little each time it is read, and by as much as it is told.</summary>
internal sealed class SteppedTime : TimeProvider
{
    private TimeSpan _now;

    /// <summary>How long reading it takes.</summary>
    public TimeSpan Reading { get; init; } = TimeSpan.FromTicks(1);

    /// <summary>What was slept.</summary>
    public List<TimeSpan> Sleeps { get; } = [];

    /// <summary>How much too long a sleep is.</summary>
    public TimeSpan Oversleep { get; init; }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override long GetTimestamp() => (_now += Reading).Ticks;

    /// <summary>Lets time pass.</summary>
    public void Pass(double milliseconds) => _now += TimeSpan.FromMilliseconds(milliseconds);

    /// <summary>Sleeps without sleeping.</summary>
    public void Sleep(TimeSpan length)
    {
        Sleeps.Add(length);
        _now += length + Oversleep;
    }
}
