using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class PathThinningTests
{
    [Fact]
    public void Looking_only_at_what_can_have_changed_thins_like_looking_at_everything() =>
        Structures.Noise(8).Sample(grid =>
        {
            bool[] space = [.. grid.Blocks.ToArray().Select(block => block != Block.Air)];

            var expected = ThinSlowly([.. space], grid.Size);

            Assert.Equal(expected, new PathThinning(space, grid.Size).Thin());
        });

    [Fact]
    public void Thinning_drops_cells_and_adds_none_and_a_ring_stays_a_ring()
    {
        var ring = Structures.Of([".......", ".33333.", ".33333.", ".33.33.", ".33333.", ".33333.", "......."]);
        bool[] space = [.. ring.Blocks.ToArray().Select(block => block != Block.Air)];

        var thin = new PathThinning([.. space], ring.Size).Thin();

        Assert.All(thin.Zip(space), cell => Assert.True(cell.Second || !cell.First));
        Assert.InRange(thin.Count(path => path), 8, 10);
    }

    // MBAG's rule as it is told: every cell of the rim, highest first, in every round until a round drops none.
    private static bool[] ThinSlowly(bool[] paths, GridSize size)
    {
        var dropped = true;
        while (dropped)
        {
            dropped = false;
            var snapshot = paths.ToArray();
            foreach (var cell in Enumerable.Range(0, size.Volume)
                .Where(cell => OnRim(snapshot, size, size.PosOf(cell)))
                .OrderByDescending(cell => size.PosOf(cell).Y))
            {
                var before = Parts(paths, size, size.PosOf(cell));
                paths[cell] = false;
                var spare = Parts(paths, size, size.PosOf(cell)) == before && Around(paths, size, size.PosOf(cell)) > 1;
                paths[cell] = !spare;
                dropped |= spare;
            }
        }

        return paths;
    }

    private static bool OnRim(bool[] paths, GridSize size, BlockPos at) =>
        paths[size.CellAt(at)]
        && at.X > 0 && at.Z > 0 && at.X < size.Width - 1 && at.Z < size.Depth - 1
        && !(Open(paths, size, at, -1, 0) && Open(paths, size, at, 1, 0)
            && Open(paths, size, at, 0, -1) && Open(paths, size, at, 0, 1));

    private static bool Open(bool[] paths, GridSize size, BlockPos at, int x, int z) =>
        Column(paths, size, at + new BlockPos(x, 0, z)) > 0;

    private static int Column(bool[] paths, GridSize size, BlockPos at) =>
        Enumerable.Range(at.Y - 1, 3).Count(y => y >= 0 && y < size.Height && paths[size.CellAt(at with { Y = y })]);

    private static int Around(bool[] paths, GridSize size, BlockPos at) =>
        Enumerable.Range(0, 9).Sum(index => Column(paths, size, at + new BlockPos((index / 3) - 1, 0, (index % 3) - 1)));

    private static int Parts(bool[] paths, GridSize size, BlockPos at)
    {
        var open = Enumerable.Range(0, 9).Where(index => Open(paths, size, at, (index / 3) - 1, (index % 3) - 1)).ToHashSet();
        var parts = 0;
        while (open.Count > 0)
        {
            parts++;
            var queue = new Queue<int>([open.First()]);
            while (queue.TryDequeue(out var index))
            {
                if (open.Remove(index))
                {
                    int[] sides = [index - 3, index + 3, index % 3 > 0 ? index - 1 : -1, index % 3 < 2 ? index + 1 : -1];
                    foreach (var side in sides.Where(open.Contains))
                    {
                        queue.Enqueue(side);
                    }
                }
            }
        }

        return parts;
    }
}
