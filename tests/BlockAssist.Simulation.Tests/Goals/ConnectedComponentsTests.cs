using System.Runtime.InteropServices;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class ConnectedComponentsTests
{
    private static readonly Gen<Connectivity> AnyConnectivity =
        Structures.OneOf(Connectivity.Faces, Connectivity.Edges, Connectivity.Corners);

    [Fact]
    public void Cells_are_in_one_component_exactly_if_a_flood_from_one_reaches_the_other() =>
        Gen.Select(Structures.Noise(6), AnyConnectivity, Gen.Bool).Sample((grid, connectivity, floor) =>
        {
            var components = Components(grid, connectivity, floor);
            var flooded = Flood(grid, connectivity, floor);

            for (var cell = 0; cell < grid.Size.Volume; cell++)
            {
                var component = components.ComponentAt(grid.Size.PosOf(cell));
                Assert.Equal(grid[cell] == Block.Air, component == -1);
                Assert.Equal(flooded[cell] == -2, component == ConnectedComponents.Ground);
                for (var other = 0; other < cell; other++)
                {
                    var together = components.ComponentAt(grid.Size.PosOf(other)) == component;
                    Assert.Equal(flooded[other] == flooded[cell], together);
                }
            }
        });

    [Fact]
    public void The_largest_component_has_the_most_cells_and_comes_first_among_equals() =>
        Gen.Select(Structures.Noise(6), AnyConnectivity, Gen.Bool).Sample((grid, connectivity, floor) =>
        {
            var components = Components(grid, connectivity, floor);
            var sizes = Enumerable.Range(0, components.Runs.Count)
                .GroupBy(components.ComponentOf, run => components.Runs[run].Length)
                .ToDictionary(group => group.Key, group => group.Sum());

            var largest = components.Largest();

            Assert.Equal(sizes.Values.Max(), sizes[largest]);
            Assert.Equal(largest, sizes.Where(size => size.Value == sizes[largest]).Min(size => size.Key));
        });

    private static ConnectedComponents Components(BlockGrid grid, Connectivity connectivity, bool floor) =>
        new(grid.Size, MemoryMarshal.AsBytes(grid.Blocks), connectivity, floor);

    // For each cell the first cell of its component, -2 for what stands on the floor, -1 for air.
    private static int[] Flood(BlockGrid grid, Connectivity connectivity, bool floor)
    {
        var labels = Enumerable.Repeat(-1, grid.Size.Volume).ToArray();
        foreach (var ground in new[] { floor, false })
        {
            for (var cell = 0; cell < labels.Length; cell++)
            {
                if (labels[cell] == -1 && grid[cell] != Block.Air && (!ground || grid.Size.PosOf(cell).Y == 0))
                {
                    FloodFrom(cell, ground ? -2 : cell, labels, grid, connectivity);
                }
            }
        }

        return labels;
    }

    private static void FloodFrom(int start, int label, int[] labels, BlockGrid grid, Connectivity connectivity)
    {
        var queue = new Queue<int>([start]);
        labels[start] = label;
        while (queue.TryDequeue(out var cell))
        {
            foreach (var next in NeighboursOf(grid.Size.PosOf(cell), connectivity).Where(grid.Size.Contains).Select(grid.Size.CellAt))
            {
                if (labels[next] == -1 && grid[next] != Block.Air)
                {
                    labels[next] = label;
                    queue.Enqueue(next);
                }
            }
        }
    }

    private static IEnumerable<BlockPos> NeighboursOf(BlockPos at, Connectivity connectivity)
    {
        var reach = connectivity switch { Connectivity.Faces => 1, Connectivity.Edges => 2, _ => 3 };
        for (var step = 0; step < 27; step++)
        {
            var (x, y, z) = ((step / 9) - 1, (step / 3 % 3) - 1, (step % 3) - 1);
            if (Math.Abs(x) + Math.Abs(y) + Math.Abs(z) <= reach)
            {
                yield return at + new BlockPos(x, y, z);
            }
        }
    }
}
