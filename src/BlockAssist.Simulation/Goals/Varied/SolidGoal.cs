using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Simple things that are no houses: boxes, pyramids, stairs, walls, towers and pools, one to four of them side by side or through each other.</summary>
public sealed class SolidGoal : IGoalSource
{
    private const int MostSolids = 4;

    private enum Solid
    {
        Box,
        Shell,
        Pyramid,
        Stairs,
        Ring,
    }

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var grid = new BlockGrid(room);
        for (var cell = 0; cell < room.Volume; cell++)
        {
            grid.Blocks[cell] = room.PosOf(cell).Y == 0 ? Block.Dirt : Block.Air;
        }

        for (var count = random.Next(1, MostSolids + 1); count > 0; count--)
        {
            Add(grid, random);
        }

        return grid;
    }

    private static void Add(BlockGrid grid, SeededRandom random)
    {
        var room = grid.Size;
        var (width, height, depth) = (random.Next(1, room.Width + 1), random.Next(1, room.Height), random.Next(1, room.Depth + 1));
        var (left, behind) = (random.Next(0, room.Width - width + 1), random.Next(0, room.Depth - depth + 1));
        var (solid, block, turned) = ((Solid)random.Next(5), Palette.Placeable[random.Next(Palette.Placeable.Length)], random.Next(2) == 0);
        for (var x = 0; x < width; x++)
        {
            for (var z = 0; z < depth; z++)
            {
                for (var y = 0; y < height; y++)
                {
                    var border = Math.Min(Math.Min(x, width - 1 - x), Math.Min(z, depth - 1 - z));
                    var isIn = solid switch
                    {
                        Solid.Box => true,
                        Solid.Shell => border == 0 || y == height - 1,
                        Solid.Pyramid => border >= y,
                        Solid.Stairs => (turned ? x : z) >= y,
                        _ => border == 0,
                    };
                    if (isIn)
                    {
                        grid.Blocks[room.CellAt(new BlockPos(left + x, y + 1, behind + z))] = block;
                    }
                }
            }
        }
    }
}
