namespace BlockAssist.Game.Bodies;

/// <summary>How a player wants to move at this moment, whatever keys say so.</summary>
public readonly record struct Gait
{
    /// <summary>Ahead (1) to back (−1).</summary>
    public double Forward { get; init; }

    /// <summary>To the right (1) to the left (−1).</summary>
    public double Strafe { get; init; }

    /// <summary>To jump, or to swim up.</summary>
    public bool Jump { get; init; }

    /// <summary>To go slowly and not to fall off edges.</summary>
    public bool Sneak { get; init; }

    /// <summary>To run, or to fly fast.</summary>
    public bool Sprint { get; init; }

    /// <summary>To fly: no weight.</summary>
    public bool Fly { get; init; }

    /// <summary>To fly or swim up.</summary>
    public bool Up { get; init; }

    /// <summary>To fly or swim down.</summary>
    public bool Down { get; init; }

    /// <summary>Whether to jump by itself where a step of one block is in the way.</summary>
    public bool AutoJump { get; init; }

    /// <summary>Up (1), down (−1) or neither.</summary>
    internal int Rise => (Up ? 1 : 0) - (Down ? 1 : 0);

    /// <summary>How fast it would be at its fastest, along the ground.</summary>
    internal double Speed(bool inWater) =>
        Fly ? (Sprint ? Speeds.FastFly : Speeds.Fly)
        : inWater ? Speeds.Swim
        : Sneak ? Speeds.Sneak
        : Sprint && Forward > 0 ? Speeds.Sprint
        : Speeds.Walk;

    /// <summary>Where to along the ground, for one who looks that way: of length 1 at most.</summary>
    internal (double X, double Z) Heading(double yaw)
    {
        var (forward, strafe) = (Math.Clamp(Forward, -1, 1), Math.Clamp(Strafe, -1, 1));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(yaw));
        var (x, z) = ((-sin * forward) - (cos * strafe), (cos * forward) - (sin * strafe));
        var length = Math.Sqrt((x * x) + (z * z));
        return length > 1 ? (x / length, z / length) : (x, z);
    }
}
