using System.Numerics;

namespace BlockAssist.Game.Watching;

/// <summary>Where feet are at any time: between known places they go straight.</summary>
internal sealed class FeetTrack
{
    // A place that is farther than this was not walked to.
    private const float LongestWay = 8;

    private readonly List<long> _times = [];
    private readonly List<(Vector3 At, float Walked)> _places = [];

    /// <summary>When the last place was reached, in milliseconds.</summary>
    public long End => _times.Count == 0 ? 0 : _times[^1];

    /// <summary>The last place.</summary>
    public Vector3 Last => _places.Count == 0 ? default : _places[^1].At;

    /// <summary>Adds a place.</summary>
    /// <param name="time">When feet are there; not before the last one's.</param>
    /// <param name="place">Where that is.</param>
    public void Add(long time, Vector3 place)
    {
        var way = _places.Count == 0 ? 0 : Flat(place - Last);
        _places.Add((place, (_places.Count == 0 ? 0 : _places[^1].Walked) + (way > LongestWay ? 0 : way)));
        _times.Add(Math.Max(time, End));
    }

    /// <summary>Where the feet are, and how far they have walked.</summary>
    public (Vector3 At, float Walked) At(double time)
    {
        var next = Moments.After(_times, time);
        if (next == 0 || next == _times.Count)
        {
            return _places[next == 0 ? 0 : ^1];
        }

        var (from, to) = (_places[next - 1], _places[next]);
        var share = (float)((time - _times[next - 1]) / Math.Max(1, _times[next] - _times[next - 1]));
        return Flat(to.At - from.At) > LongestWay
            ? from
            : (Vector3.Lerp(from.At, to.At, share), float.Lerp(from.Walked, to.Walked, share));
    }

    private static float Flat(Vector3 way) => MathF.Sqrt((way.X * way.X) + (way.Z * way.Z));
}
