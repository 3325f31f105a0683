namespace BlockAssist.Net.Hub;

/// <summary>Notices that a hub was away without having been ended: its machine slept, its process was stopped, or its clock was set forward.</summary>
/// <param name="clock">What time it is.</param>
internal sealed class AbsenceWatch(TimeProvider clock)
{
    /// <summary>What is no absence yet: a machine that is overloaded, or a clock that is corrected over the network.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private DateTimeOffset _last = clock.GetUtcNow();

    /// <summary>Whether more time than that has passed since this was asked last; to be asked at every beat, by one at a time.</summary>
    public bool WasAway()
    {
        var now = clock.GetUtcNow();
        var isLong = now - _last > Usual;
        _last = now;
        return isLong;
    }
}
