using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Houses;

/// <summary>A walk through a house, from the meadow around it to wherever somebody two blocks tall gets on foot.</summary>
internal static class HouseWalk
{
    private static readonly (int X, int Z)[] Sides = [(1, 0), (-1, 0), (0, 1), (0, -1)];

    /// <summary>How many places inside can be reached: walled in on three sides or more, and under a roof if it must be.</summary>
    public static int CountReachableInside(BlockGrid house, bool roofed)
    {
        var reached = Reach(house);
        return reached.Count(at => (!roofed || IsRoofed(house, at)) && CountWalledSides(house, at) >= 3);
    }

    /// <summary>How many reachable places have something above them.</summary>
    public static int CountReachableUnderRoof(BlockGrid house) => Reach(house).Count(at => IsRoofed(house, at));

    private static HashSet<BlockPos> Reach(BlockGrid house)
    {
        // One cell of meadow around the room, as on a building site.
        var start = new BlockPos(-1, 1, -1);
        var reached = new HashSet<BlockPos> { start };
        var open = new Queue<BlockPos>([start]);
        while (open.TryDequeue(out var at))
        {
            foreach (var (x, z) in Sides)
            {
                for (var climb = -1; climb <= 1; climb++)
                {
                    var next = at + new BlockPos(x, climb, z);
                    if (CanStand(house, next) && (climb < 1 || IsAir(house, at + new BlockPos(0, 2, 0))) && reached.Add(next))
                    {
                        open.Enqueue(next);
                    }
                }
            }
        }

        return reached;
    }

    private static bool CanStand(BlockGrid house, BlockPos at) =>
        at.X >= -1 && at.X <= house.Size.Width && at.Z >= -1 && at.Z <= house.Size.Depth && at.Y >= 0
        && IsAir(house, at) && IsAir(house, at + new BlockPos(0, 1, 0)) && !IsAir(house, at + new BlockPos(0, -1, 0));

    private static bool IsAir(BlockGrid house, BlockPos at) =>
        house.Size.Contains(at) ? house[at] == Block.Air : at.Y > 0;

    private static bool IsRoofed(BlockGrid house, BlockPos at)
    {
        for (var y = at.Y + 2; y < house.Size.Height; y++)
        {
            if (house.AtOrAir(at with { Y = y }) != Block.Air)
            {
                return true;
            }
        }

        return false;
    }

    // Looks along the floor and one block higher: a door or a window does not make a side open.
    private static int CountWalledSides(BlockGrid house, BlockPos at)
    {
        var count = 0;
        foreach (var (x, z) in Sides)
        {
            var step = new BlockPos(x, 0, z);
            var walled = false;
            for (var next = at + step; house.Size.Contains(next) && !walled; next += step)
            {
                walled = house[next] != Block.Air || house.AtOrAir(next + new BlockPos(0, 1, 0)) != Block.Air || house.AtOrAir(next + new BlockPos(0, 2, 0)) != Block.Air;
            }

            count += walled ? 1 : 0;
        }

        return count;
    }
}
