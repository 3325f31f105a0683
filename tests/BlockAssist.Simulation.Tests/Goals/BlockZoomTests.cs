using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class BlockZoomTests
{
    private static readonly Gen<int> AnyOrder = Gen.Int[0, SplineWeights.MaxOrder];

    [Fact]
    public void The_weights_of_a_coordinate_sum_to_one() =>
        Gen.Select(AnyOrder, Gen.Int[1, 40], Gen.Int[1, 40]).Sample((order, from, to) =>
        {
            var axis = SplineWeights.Between(from, to, order);

            for (var index = 0; index < to; index++)
            {
                double[] weights = [.. axis.Of(index).ToArray().Select(tap => tap.Weight)];
                Assert.Equal(1, weights.Sum(), 1e-12);
                Assert.All(weights, weight => Assert.InRange(weight, -1e-12, 1 + 1e-12));
            }
        });

    [Fact]
    public void The_spline_passes_through_the_cells() =>
        Gen.Select(AnyOrder, Gen.Double[-1, 1].Array[1, 20]).Sample((order, values) =>
        {
            double[] coefficients = [.. values];
            SplinePrefilter.Apply(coefficients, new GridSize(1, 1, values.Length), order);
            var axis = SplineWeights.Between(values.Length, values.Length, order);

            for (var index = 0; index < values.Length; index++)
            {
                var value = axis.Of(index).ToArray().Sum(tap => tap.Weight * coefficients[tap.Cell]);
                Assert.Equal(values[index], value, 1e-9);
            }
        });

    [Fact]
    public void The_filter_treats_all_axes_alike() =>
        Gen.Select(Gen.Int[2, SplineWeights.MaxOrder], Gen.Double[-1, 1].Array[2, 9]).Sample((order, values) =>
        {
            double[] x = [.. values];
            double[] y = [.. values];
            double[] z = [.. values];

            SplinePrefilter.Apply(x, new GridSize(values.Length, 1, 1), order);
            SplinePrefilter.Apply(y, new GridSize(1, values.Length, 1), order);
            SplinePrefilter.Apply(z, new GridSize(1, 1, values.Length), order);

            Assert.Equal(z, x);
            Assert.Equal(z, y);
        });

    [Fact]
    public void Resampling_to_the_same_size_changes_nothing() =>
        Gen.Select(Structures.Noise(6), AnyOrder).Sample((structure, order) =>
            Assert.True(BlockZoom.Resample(structure, structure.Size, order).ContentEquals(structure)));

    [Fact]
    public void Of_equally_strong_blocks_the_lowest_wins()
    {
        // The middle one of three new cells lies halfway between the old two.
        var zoomed = BlockZoom.Resample(Structures.Of(["73"]), new GridSize(1, 1, 3), order: 1);

        Assert.Equal([Block.Stone, Block.Cobblestone, Block.Cobblestone], zoomed.Blocks.ToArray());
    }
}
