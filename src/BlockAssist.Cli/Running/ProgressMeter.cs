namespace BlockAssist.Cli.Running;

/// <summary>Counts the parts of a work that are done, and shows the count now and then.</summary>
/// <remarks>Any thread may advance it, as often as it likes: it costs two atomic operations.</remarks>
internal sealed class ProgressMeter(TimeProvider clock, TimeSpan every, Action<long, string?> show)
{
    private long _done;
    private long _shown = clock.GetTimestamp();
    private volatile string? _note;

    /// <summary>Sets what is to be said beside the count, instead of the title.</summary>
    public void Note(string note) => _note = note;

    /// <summary>Says that more is done.</summary>
    public void Advance(long by = 1)
    {
        var done = Interlocked.Add(ref _done, by);
        var now = clock.GetTimestamp();
        var last = Interlocked.Read(ref _shown);

        // Of threads that come together, one shows.
        if (clock.GetElapsedTime(last, now) >= every && Interlocked.CompareExchange(ref _shown, now, last) == last)
        {
            show(done, _note);
        }
    }
}
