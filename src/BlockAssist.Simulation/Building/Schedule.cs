namespace BlockAssist.Simulation.Building;

/// <summary>A number that may change with the global timestep: constant, or piecewise linear between points.</summary>
/// <remarks>Outside its points, after the last and before the first, it has the value of the last one, as in MBAG.</remarks>
public readonly struct Schedule : IEquatable<Schedule>
{
    private readonly double _constant;
    private readonly Point[]? _points;

    private Schedule(double constant, Point[]? points)
    {
        _constant = constant;
        _points = points;
    }

    /// <summary>A value at a time.</summary>
    /// <param name="Time">The global timestep.</param>
    /// <param name="Value">The number there.</param>
    public readonly record struct Point(long Time, double Value);

    /// <summary>The points; empty for a constant.</summary>
    public ReadOnlySpan<Point> Points => _points;

    /// <summary>A number that never changes.</summary>
    public static implicit operator Schedule(double constant) => FromDouble(constant);

    /// <summary>A number that never changes.</summary>
    public static Schedule FromDouble(double constant) => new(constant, null);

    /// <summary>A number that runs along straight lines from point to point, in ascending time.</summary>
    public static Schedule Through(params ReadOnlySpan<Point> points)
    {
        ArgumentOutOfRangeException.ThrowIfZero(points.Length);
        return new Schedule(points[^1].Value, points.ToArray());
    }

    /// <summary>The number at a global timestep.</summary>
    public double ValueAt(long time) => _points is null ? _constant : Interpolate(_points, time);

    /// <inheritdoc/>
    public bool Equals(Schedule other) => _constant.Equals(other._constant) && Points.SequenceEqual(other.Points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Schedule other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_constant, Points.Length);

    /// <summary>Whether both are the same function.</summary>
    public static bool operator ==(Schedule left, Schedule right) => left.Equals(right);

    /// <summary>Whether the functions differ.</summary>
    public static bool operator !=(Schedule left, Schedule right) => !left.Equals(right);

    private double Interpolate(Point[] points, long time)
    {
        for (var i = 0; i + 1 < points.Length; i++)
        {
            var (left, right) = (points[i], points[i + 1]);
            if (left.Time <= time && time < right.Time)
            {
                var share = (double)(time - left.Time) / (right.Time - left.Time);
                return left.Value + (share * (right.Value - left.Value));
            }
        }

        return _constant;
    }
}
