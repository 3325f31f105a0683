using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>A player's body in the world: walks, jumps, sneaks, flies, swims, and never gets into a solid cell.</summary>
/// <remarks>
/// Moves in ticks of <see cref="TickSeconds"/>, along x, then y, then z: the order of MBAG's actions, so that the cells in
/// between are cells it was in. Bodies pass through each other. A tick allocates nothing. Belongs to one thread.
/// </remarks>
public sealed class Body
{
    /// <summary>How many ticks a second has.</summary>
    public const int TicksPerSecond = 60;

    /// <summary>How long a tick is.</summary>
    public const double TickSeconds = 1.0 / TicksPerSecond;

    /// <summary>How far the eyes are above the feet.</summary>
    public const double EyeHeight = 1.62;

    // What a tick leaves of the difference between the speed one has and the speed one wants.
    private static readonly double GroundLag = Math.Exp(-16 * TickSeconds);
    private static readonly double AirLag = Math.Exp(-5 * TickSeconds);
    private static readonly double FlyLag = Math.Exp(-9 * TickSeconds);
    private static readonly double WaterLag = Math.Exp(-6 * TickSeconds);

    // Water carries whoever is in it up to here.
    private const double WaterLine = 0.4;
    private const double StepProbe = 0.1;
    private const int Halvings = 8;

    private readonly Obstacles _obstacles;
    private Location _before;
    private bool _bumped;

    /// <summary>A body at rest.</summary>
    /// <param name="world">Where it moves.</param>
    /// <param name="feet">The middle of the soles; lifted to the first free place above, if there is no room for it.</param>
    public Body(VoxelWorld world, Location feet)
    {
        _obstacles = new Obstacles(world);
        Put(feet);
    }

    /// <summary>The middle of the soles, as of the last tick.</summary>
    public Location Feet { get; private set; }

    /// <summary>How fast it moves.</summary>
    public Velocity Velocity { get; private set; }

    /// <summary>Whether it stands on something.</summary>
    public bool OnGround { get; private set; }

    /// <summary>Whether it swims.</summary>
    public bool InWater { get; private set; }

    private Box Box => new(Feet);

    /// <summary>Puts it somewhere else, at rest; up to the first free place, if there is no room.</summary>
    public void Put(Location feet)
    {
        while (!_obstacles.IsFree(new Box(feet)) && feet.Y < _obstacles.Top)
        {
            feet = feet with { Y = Math.Floor(feet.Y) + 1 };
        }

        (Feet, _before, Velocity, _bumped) = (feet, feet, default, false);
        OnGround = _obstacles.Carries(Box);
    }

    /// <summary>Whether it would have room somewhere else.</summary>
    public bool Fits(Location feet) => _obstacles.IsFree(new Box(feet));

    /// <summary>Whether it reaches into a cell of the world.</summary>
    public bool Overlaps(BlockPos cell) => Box.Overlaps(cell);

    /// <summary>Where the feet are to be drawn, between the last two ticks.</summary>
    /// <param name="share">How much of a tick has passed since the last one: 0 to 1.</param>
    public Location FeetAt(double share) => new(
        double.Lerp(_before.X, Feet.X, share), double.Lerp(_before.Y, Feet.Y, share), double.Lerp(_before.Z, Feet.Z, share));

    /// <summary>Where the eyes are, between the last two ticks.</summary>
    public Location EyesAt(double share)
    {
        var feet = FeetAt(share);
        return feet with { Y = feet.Y + EyeHeight };
    }

    /// <summary>Lets a tick pass.</summary>
    /// <param name="gait">How the player wants to move.</param>
    /// <param name="yaw">Where the player looks around the vertical, in degrees: 0 south, 90 west.</param>
    public void Tick(in Gait gait, double yaw)
    {
        _before = Feet;
        InWater = !gait.Fly && _obstacles.IsWater(Feet with { Y = Feet.Y + WaterLine });
        var heading = gait.Heading(yaw);
        Accelerate(gait, heading);
        var rise = Rise(gait, heading);
        var keepsToEdges = gait.Sneak && OnGround && !gait.Fly && rise <= 0;
        var bumpedX = MoveLevel(Axis.X, Velocity.X * TickSeconds, keepsToEdges);
        MoveUpright(rise);
        var bumpedZ = MoveLevel(Axis.Z, Velocity.Z * TickSeconds, keepsToEdges);
        _bumped = bumpedX || bumpedZ;
        OnGround = _obstacles.Carries(Box);
    }

    private void Accelerate(in Gait gait, (double X, double Z) heading)
    {
        var lag = gait.Fly ? FlyLag : InWater ? WaterLag : OnGround ? GroundLag : AirLag;
        var speed = gait.Speed(InWater);
        Velocity = Velocity with
        {
            X = double.Lerp(heading.X * speed, Velocity.X, lag),
            Z = double.Lerp(heading.Z * speed, Velocity.Z, lag),
        };
    }

    /// <summary>How far up a tick leads, and how fast it is then.</summary>
    private double Rise(in Gait gait, (double X, double Z) heading)
    {
        if (gait.Fly || InWater)
        {
            var (wanted, lag) = gait.Fly ? (gait.Rise * Speeds.FlyRise, FlyLag) : (Stroke(gait), WaterLag);
            Velocity = Velocity with { Y = LeapsAshore(gait) ? Speeds.Leap : double.Lerp(wanted, Velocity.Y, lag) };
            return Velocity.Y * TickSeconds;
        }

        if (OnGround && (gait.Jump || (gait.AutoJump && _bumped && CanStepUp(heading))))
        {
            Velocity = Velocity with { Y = Speeds.Jump };
        }

        // The mean of the speeds before and after is exact for a parabola: a jump is as high at any length of ticks.
        var before = Velocity.Y;
        Velocity = Velocity with { Y = Math.Max(before - (Speeds.Gravity * TickSeconds), -Speeds.Fall) };
        return (before + Velocity.Y) / 2 * TickSeconds;
    }

    private static double Stroke(in Gait gait) =>
        gait.Jump || gait.Up ? Speeds.SwimRise : gait.Sneak || gait.Down ? -Speeds.SwimRise : -Speeds.Sink;

    private bool LeapsAshore(in Gait gait) =>
        InWater && _bumped && gait.Jump && !_obstacles.IsWater(Feet with { Y = Feet.Y + EyeHeight });

    private bool CanStepUp((double X, double Z) heading)
    {
        var above = Feet with { Y = Math.Floor(Feet.Y) + 1 };
        var ahead = above with { X = above.X + (heading.X * StepProbe), Z = above.Z + (heading.Z * StepProbe) };
        return heading != (0, 0) && Fits(above) && Fits(ahead);
    }

    private bool MoveLevel(Axis axis, double distance, bool keepsToEdges)
    {
        var feet = _obstacles.Sweep(Box, axis, distance, out var isBlocked);
        if (keepsToEdges && !_obstacles.Carries(Box.At(axis, feet)))
        {
            (feet, isBlocked) = (LastCarried(axis, feet), true);
        }

        Feet = Box.At(axis, feet).Feet;
        if (isBlocked)
        {
            Velocity = axis == Axis.X ? Velocity with { X = 0 } : Velocity with { Z = 0 };
        }

        return isBlocked;
    }

    private void MoveUpright(double distance)
    {
        Feet = Feet with { Y = _obstacles.Sweep(Box, Axis.Y, distance, out var isBlocked) };
        Velocity = isBlocked ? Velocity with { Y = 0 } : Velocity;
    }

    /// <summary>As far towards a place as the ground goes, to 1/256 of the way.</summary>
    private double LastCarried(Axis axis, double feet)
    {
        var (carried, tooFar) = (Box.Along(axis), feet);
        for (var left = Halvings; left > 0; left--)
        {
            var middle = (carried + tooFar) / 2;
            (carried, tooFar) = _obstacles.Carries(Box.At(axis, middle)) ? (middle, tooFar) : (carried, middle);
        }

        return carried;
    }
}
