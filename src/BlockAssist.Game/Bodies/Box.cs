using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>The room that a body takes up: 0.6 wide, 1.8 high. What it only touches is not in it.</summary>
/// <param name="Feet">The middle of the soles.</param>
internal readonly record struct Box(Location Feet)
{
    /// <summary>How far the sides are from the middle.</summary>
    public const double HalfWidth = 0.3;

    /// <summary>From the soles to the top.</summary>
    public const double Height = 1.8;

    /// <summary>The lower end along an axis.</summary>
    public double Low(Axis axis) => axis switch { Axis.X => Feet.X - HalfWidth, Axis.Y => Feet.Y, _ => Feet.Z - HalfWidth };

    /// <summary>The upper end along an axis.</summary>
    public double High(Axis axis) => axis switch { Axis.X => Feet.X + HalfWidth, Axis.Y => Feet.Y + Height, _ => Feet.Z + HalfWidth };

    /// <summary>The first cell that it reaches into along an axis.</summary>
    public int First(Axis axis) => (int)Math.Floor(Low(axis));

    /// <summary>The last cell that it reaches into along an axis.</summary>
    public int Last(Axis axis) => (int)Math.Ceiling(High(axis)) - 1;

    /// <summary>Whether it reaches into a cell.</summary>
    public bool Overlaps(BlockPos cell) =>
        cell.X >= First(Axis.X) && cell.X <= Last(Axis.X)
        && cell.Y >= First(Axis.Y) && cell.Y <= Last(Axis.Y)
        && cell.Z >= First(Axis.Z) && cell.Z <= Last(Axis.Z);

    /// <summary>The same box with its feet elsewhere along an axis.</summary>
    public Box At(Axis axis, double feet) => new(axis switch
    {
        Axis.X => Feet with { X = feet },
        Axis.Y => Feet with { Y = feet },
        _ => Feet with { Z = feet },
    });

    /// <summary>Where the feet are along an axis.</summary>
    public double Along(Axis axis) => axis switch { Axis.X => Feet.X, Axis.Y => Feet.Y, _ => Feet.Z };
}
