namespace BlockAssist.Game.Bodies;

/// <summary>How fast something moves, in blocks a second: x east, y up, z south.</summary>
public readonly record struct Velocity(double X, double Y, double Z)
{
    /// <summary>How fast it moves along the ground.</summary>
    public double Level => Math.Sqrt((X * X) + (Z * Z));
}
