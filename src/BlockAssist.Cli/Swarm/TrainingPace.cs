namespace BlockAssist.Cli.Swarm;

/// <summary>How fast a lease is trained: from the first segment that was done to the last, so that what comes before does not count.</summary>
/// <param name="stepsASegment">How many steps a segment has.</param>
/// <param name="clock">The clock.</param>
/// <param name="then">Who is told besides how many segments are done.</param>
internal sealed class TrainingPace(int stepsASegment, TimeProvider clock, IProgress<int>? then) : IProgress<int>
{
    private (int Segments, long At)? _first;
    private (int Segments, long At) _last;

    /// <summary>Steps a second; null before there are two segments.</summary>
    public double? StepsASecond =>
        _first is { } first && _last.Segments > first.Segments && clock.GetElapsedTime(first.At, _last.At) is { Ticks: > 0 } took
            ? (_last.Segments - first.Segments) * stepsASegment / took.TotalSeconds
            : null;

    /// <inheritdoc/>
    public void Report(int value)
    {
        _last = (value, clock.GetTimestamp());
        _first ??= _last;
        then?.Report(value);
    }
}
