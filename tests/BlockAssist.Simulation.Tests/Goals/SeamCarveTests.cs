using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class SeamCarveTests
{
    [Fact]
    public void The_cost_of_a_slice_is_that_of_looking_at_every_cell() =>
        Gen.Select(Structures.Noise(6), Gen.Int[0, 100].Array[0, 8]).Sample((structure, removals) =>
        {
            var seams = new Seams(structure);
            var kept = Enumerable.Range(0, 3).Select(axis => Enumerable.Range(0, seams.Length(axis)).ToList()).ToArray();
            int[] sides = [.. kept.Select(axis => axis.Count)];
            foreach (var removal in removals.Where(removal => kept[removal % 3].Count > 1))
            {
                var index = removal / 3 % kept[removal % 3].Count;
                seams.Remove(removal % 3, index);
                kept[removal % 3].RemoveAt(index);
            }

            for (var axis = 0; axis < 3; axis++)
            {
                for (var index = 0; index < kept[axis].Count && kept[axis].Count > 1; index++)
                {
                    List<int>[] without = [[.. kept[0]], [.. kept[1]], [.. kept[2]]];
                    without[axis].RemoveAt(index);
                    var expected = Distance(without, sides) - Distance(kept, sides);
                    Assert.Equal(expected, seams.AddedDistance(axis, index), 1e-9);
                }
            }

            Assert.Equal(Solids(structure, kept), seams.ToGrid().CountSolid());
            Assert.Equal(SliceDensity(seams.ToGrid()), seams.Density(0, 0), 1e-12);
        });

    [Fact]
    public void Empty_slices_go_first()
    {
        var carved = new SeamCarveTransform(positionCoefficient: 0)
            .Apply(Structures.Of(["3.4.5"]), new GridSize(1, 1, 3), new SeededRandom(1));

        Assert.True(Structures.Of(["345"]).ContentEquals(carved));
    }

    // The root mean square, over cells and coordinates, of how far cells are from their original relative places.
    private static double Distance(List<int>[] kept, int[] sides)
    {
        var (sum, count) = (0.0, 0);
        for (var x = 0; x < kept[0].Count; x++)
        {
            for (var y = 0; y < kept[1].Count; y++)
            {
                for (var z = 0; z < kept[2].Count; z++)
                {
                    sum += Square(kept, sides, 0, x) + Square(kept, sides, 1, y) + Square(kept, sides, 2, z);
                    count += 3;
                }
            }
        }

        return Math.Sqrt(sum / count);
    }

    private static double Square(List<int>[] kept, int[] sides, int axis, int index)
    {
        var was = sides[axis] == 1 ? 0 : kept[axis][index] / (sides[axis] - 1.0);
        var comes = kept[axis].Count == 1 ? 0 : index / (kept[axis].Count - 1.0);
        return (was - comes) * (was - comes);
    }

    private static int Solids(BlockGrid structure, List<int>[] kept) =>
        kept[0].Sum(x => kept[1].Sum(y => kept[2].Count(z => structure[x, y, z] != Block.Air)));

    private static double SliceDensity(BlockGrid grid)
    {
        var slice = grid.Blocks[..(grid.Size.Height * grid.Size.Depth)];
        return 1 - ((double)slice.Count(Block.Air) / slice.Length);
    }
}
