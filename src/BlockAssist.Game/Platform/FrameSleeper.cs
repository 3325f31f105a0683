namespace BlockAssist.Game.Platform;

/// <summary>Waits for a moment: sleeps until shortly before it, for the system wakes late, and spends the rest awake.</summary>
/// <param name="time">The clock.</param>
/// <param name="sleep">How to sleep; by default the thread does.</param>
public sealed class FrameSleeper(TimeProvider time, Action<TimeSpan>? sleep = null)
{
    private static readonly TimeSpan Awake = TimeSpan.FromMilliseconds(1);

    private readonly Action<TimeSpan> _sleep = sleep ?? Thread.Sleep;

    /// <summary>Waits until a moment; returns at once if it is past.</summary>
    /// <param name="moment">A timestamp of the clock.</param>
    /// <returns>The timestamp now.</returns>
    public long WaitUntil(long moment)
    {
        var now = time.GetTimestamp();
        while (now < moment)
        {
            Pause(time.GetElapsedTime(now, moment));
            now = time.GetTimestamp();
        }

        return now;
    }

    // Whole milliseconds: a thread cannot sleep for less.
    private void Pause(TimeSpan left)
    {
        if (left > 2 * Awake)
        {
            _sleep(TimeSpan.FromMilliseconds(Math.Floor((left - Awake).TotalMilliseconds)));
        }
        else
        {
            Thread.Yield();
        }
    }
}
