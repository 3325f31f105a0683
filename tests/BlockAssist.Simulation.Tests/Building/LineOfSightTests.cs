using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class LineOfSightTests
{
    private static readonly GridSize Size = new(6, 6, 6);

    private static readonly Gen<Location> AnyPoint =
        Gen.Select(Gen.Double[0.01, 5.99], Gen.Double[0.01, 5.99], Gen.Double[0.01, 5.99], (x, y, z) => new Location(x, y, z));

    [Fact]
    public void Nothing_hides_anything_in_empty_air() =>
        Gen.Select(AnyPoint, AnyPoint).Sample((eye, point) => new LineOfSight(Size, new BlockGrid(Size).Blocks, []).IsClear(eye, point));

    // A point at the very border of cells may be reached through any of them.
    [Fact]
    public void A_wall_hides_what_is_behind_it() =>
        Gen.Select(AnyPoint, AnyPoint.Where(IsInsideItsCell)).Sample((eye, point) =>
        {
            var blocks = new BlockGrid(Size);
            for (var y = 0; y < Size.Height; y++)
            {
                for (var z = 0; z < Size.Depth; z++)
                {
                    blocks[3, y, z] = Block.Stone;
                }
            }

            var before = eye with { X = eye.X / 2 };
            Assert.Equal(point.X < 3, new LineOfSight(Size, blocks.Blocks, []).IsClear(before, point));
        });

    [Fact]
    public void A_body_hides_like_a_block_also_above_the_site()
    {
        var above = new BlockPos(2, 6, 2);
        int[] bodies = [LineOfSight.KeyOf(Size, above)];
        var sight = new LineOfSight(Size, new BlockGrid(Size).Blocks, bodies);

        Assert.False(sight.IsClear(new Location(0.5, 6.4, 2.5), new Location(5.5, 6.4, 2.5)));
        Assert.True(sight.IsClear(new Location(0.5, 6.4, 3.5), new Location(5.5, 6.4, 3.5)));
    }

    [Fact]
    public void The_eyes_own_cell_hides_nothing()
    {
        var blocks = new BlockGrid(Size);
        blocks[1, 1, 1] = Block.Stone;

        Assert.True(new LineOfSight(Size, blocks.Blocks, []).IsClear(new Location(1.5, 1.5, 1.5), new Location(4.5, 1.5, 1.5)));
    }

    private static bool IsInsideItsCell(Location point) =>
        !double.IsInteger(point.X) && !double.IsInteger(point.Y) && !double.IsInteger(point.Z);
}
