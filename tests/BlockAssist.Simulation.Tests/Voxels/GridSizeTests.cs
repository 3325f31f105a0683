using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Voxels;

public sealed class GridSizeTests
{
    private static readonly Gen<GridSize> AnySize =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[1, 9], (width, height, depth) => new GridSize(width, height, depth));

    [Fact]
    public void Every_cell_has_one_place_and_every_place_one_cell() =>
        AnySize.Sample(size =>
        {
            for (var cell = 0; cell < size.Volume; cell++)
            {
                Assert.True(size.Contains(size.PosOf(cell)));
                Assert.Equal(cell, size.CellAt(size.PosOf(cell)));
            }
        });

    [Fact]
    public void The_innermost_coordinate_is_z_and_the_outermost_x()
    {
        var size = new GridSize(11, 10, 10);

        Assert.Equal(1, size.CellAt(0, 0, 1));
        Assert.Equal(10, size.CellAt(0, 1, 0));
        Assert.Equal(100, size.CellAt(1, 0, 0));
    }
}
