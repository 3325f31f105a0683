using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>What bodies bump into: the solid cells of a world, its floor, walls at its sides, and a ceiling well above it.</summary>
internal sealed class Obstacles(VoxelWorld world)
{
    /// <summary>How far above the world one can fly, in cells.</summary>
    public const int Headroom = 24;

    // A body stops so far in front of a wall, so that sums of doubles never put it inside. The ground needs none: soles
    // are set to whole numbers.
    private const double Gap = 1.0 / (1 << 20);

    /// <summary>The height of the ceiling.</summary>
    public double Top => world.Size.Height + Headroom;

    /// <summary>Whether one bumps into a cell.</summary>
    public bool IsSolid(int x, int y, int z) =>
        y < 0 || (uint)x >= (uint)world.Size.Width || (uint)z >= (uint)world.Size.Depth
        || (y < world.Size.Height ? ((Material)world.Cells[world.IndexOf(x, y, z)]).IsSolid() : y >= world.Size.Height + Headroom);

    /// <summary>Whether there is water at a point.</summary>
    public bool IsWater(in Location at) => world[at.Cell] == Material.Water;

    /// <summary>Whether no solid cell is in a box.</summary>
    public bool IsFree(in Box box)
    {
        for (var y = box.First(Axis.Y); y <= box.Last(Axis.Y); y++)
        {
            if (IsAnySolid(box, Axis.Y, y))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a body stands on something.</summary>
    public bool Carries(in Box box) =>
        box.Feet.Y == Math.Floor(box.Feet.Y) && IsAnySolid(box, Axis.Y, (int)box.Feet.Y - 1);

    /// <summary>Where a body comes to along one axis, before it bumps into anything; it looks at every cell on its way.</summary>
    /// <param name="box">Where it is.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="distance">How far it wants to go.</param>
    /// <param name="isBlocked">Whether something is in the way.</param>
    /// <returns>The coordinate of its feet.</returns>
    public double Sweep(in Box box, Axis axis, double distance, out bool isBlocked)
    {
        var feet = box.Along(axis);
        var target = box.At(axis, feet + distance);
        isBlocked = true;
        if (distance > 0)
        {
            for (var layer = box.Last(axis) + 1; layer <= target.Last(axis); layer++)
            {
                if (IsAnySolid(box, axis, layer))
                {
                    return Math.Max(feet, layer - Gap - (axis == Axis.Y ? Box.Height : Box.HalfWidth));
                }
            }
        }
        else
        {
            for (var layer = box.First(axis) - 1; layer >= target.First(axis); layer--)
            {
                if (IsAnySolid(box, axis, layer))
                {
                    return Math.Min(feet, axis == Axis.Y ? layer + 1 : layer + 1 + Gap + Box.HalfWidth);
                }
            }
        }

        isBlocked = false;
        return feet + distance;
    }

    private bool IsAnySolid(in Box box, Axis axis, int layer) => axis switch
    {
        Axis.X => IsAnySolid(new BlockPos(layer, box.First(Axis.Y), box.First(Axis.Z)), new BlockPos(layer, box.Last(Axis.Y), box.Last(Axis.Z))),
        Axis.Y => IsAnySolid(new BlockPos(box.First(Axis.X), layer, box.First(Axis.Z)), new BlockPos(box.Last(Axis.X), layer, box.Last(Axis.Z))),
        _ => IsAnySolid(new BlockPos(box.First(Axis.X), box.First(Axis.Y), layer), new BlockPos(box.Last(Axis.X), box.Last(Axis.Y), layer)),
    };

    private bool IsAnySolid(BlockPos first, BlockPos last)
    {
        for (var y = first.Y; y <= last.Y; y++)
        {
            for (var z = first.Z; z <= last.Z; z++)
            {
                for (var x = first.X; x <= last.X; x++)
                {
                    if (IsSolid(x, y, z))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
