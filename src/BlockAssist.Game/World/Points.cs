using System.Numerics;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.World;

/// <summary>Points of the world as they are drawn and heard, in floats: of places, and the cells they are in.</summary>
internal static class Points
{
    /// <summary>A place.</summary>
    public static Vector3 ToPoint(this in Location place) => new((float)place.X, (float)place.Y, (float)place.Z);

    /// <summary>The corner of a cell from which it goes east, up and south.</summary>
    public static Vector3 Corner(this BlockPos cell) => new(cell.X, cell.Y, cell.Z);

    /// <summary>The middle of a cell.</summary>
    public static Vector3 Middle(this BlockPos cell) => new(cell.X + 0.5f, cell.Y + 0.5f, cell.Z + 0.5f);

    /// <summary>The cell that a point is in.</summary>
    public static BlockPos Cell(this Vector3 point) => new((int)MathF.Floor(point.X), (int)MathF.Floor(point.Y), (int)MathF.Floor(point.Z));
}
