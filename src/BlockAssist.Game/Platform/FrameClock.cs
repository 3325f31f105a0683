namespace BlockAssist.Game.Platform;

/// <summary>Says how long frames take, and makes them take no less than they should.</summary>
/// <remarks>A display may not hold a picture back, vertical sync or not; without a limit the game would then take all of a core.</remarks>
public sealed class FrameClock
{
    /// <summary>The longest frame that is told, in seconds: after a longer hiccup the game goes on as if it had been this long.</summary>
    public const double LongestDelta = 0.25;

    private readonly TimeProvider _time;
    private readonly FrameSleeper _sleeper;
    private long _last;
    private long _due;

    /// <summary>A clock that starts now.</summary>
    /// <param name="time">The system's clock.</param>
    /// <param name="sleeper">How to wait for the next frame; by default the thread sleeps.</param>
    public FrameClock(TimeProvider time, FrameSleeper? sleeper = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _sleeper = sleeper ?? new FrameSleeper(time);
        _last = _due = time.GetTimestamp();
    }

    /// <summary>The most frames a second; 0 for no limit.</summary>
    public int Limit
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            (field, _due) = (value, _last);
        }
    }

    /// <summary>How long the last frame really took, in seconds.</summary>
    public double LastFrame { get; private set; }

    /// <summary>Waits until the next frame is due, and begins it.</summary>
    /// <returns>Seconds since the frame before began, at most <see cref="LongestDelta"/>.</returns>
    public double Next()
    {
        var now = Limit == 0 ? _time.GetTimestamp() : WaitForDue();
        LastFrame = _time.GetElapsedTime(_last, now).TotalSeconds;
        _last = now;
        return Math.Min(LastFrame, LongestDelta);
    }

    // A frame that begins a little late does not move the ones after it; one that is late by a whole frame does, for frames are
    // not made up for.
    private long WaitForDue()
    {
        var interval = _time.TimestampFrequency / Limit;
        _due += interval;
        var now = _sleeper.WaitUntil(_due);
        _due = now - _due < interval ? _due : now;
        return now;
    }
}
