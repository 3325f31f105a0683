namespace BlockAssist.Game.Watching;

/// <summary>Where somebody looks at any time: the head turns evenly, the shorter way around.</summary>
internal sealed class LookTrack
{
    private readonly List<long> _times = [];
    private readonly List<(float Yaw, float Pitch)> _looks = [];

    /// <summary>Where one looks at last.</summary>
    public (float Yaw, float Pitch) Last => _looks.Count == 0 ? default : _looks[^1];

    private long End => _times.Count == 0 ? 0 : _times[^1];

    /// <summary>Adds a look.</summary>
    /// <param name="time">When; not before the last one's.</param>
    /// <param name="yaw">Around the vertical, in degrees.</param>
    /// <param name="pitch">Up or down, in degrees.</param>
    public void Add(long time, float yaw, float pitch)
    {
        var turns = MathF.Round((Last.Yaw - yaw) / 360);
        _looks.Add((yaw + (360 * turns), pitch));
        _times.Add(Math.Max(time, End));
    }

    /// <summary>Adds a look that the head turns to shortly before.</summary>
    public void Turn(long time, float yaw, float pitch, long turning)
    {
        if (_times.Count > 0 && time - turning > End)
        {
            Add(time - turning, Last.Yaw, Last.Pitch);
        }

        Add(time, yaw, pitch);
    }

    /// <summary>Where one looks.</summary>
    public (float Yaw, float Pitch) At(double time)
    {
        var next = Moments.After(_times, time);
        if (next == 0 || next == _times.Count)
        {
            return _looks.Count == 0 ? default : _looks[next == 0 ? 0 : ^1];
        }

        var (from, to) = (_looks[next - 1], _looks[next]);
        var share = (float)((time - _times[next - 1]) / Math.Max(1, _times[next] - _times[next - 1]));
        return (float.Lerp(from.Yaw, to.Yaw, share), float.Lerp(from.Pitch, to.Pitch, share));
    }
}
