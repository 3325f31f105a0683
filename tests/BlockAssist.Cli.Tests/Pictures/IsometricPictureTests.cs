using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Pictures;

public sealed class IsometricPictureTests
{
    private static readonly IsometricOptions Options = new() { Scale = 8, Samples = 2 };

    [Fact]
    public void The_same_blocks_give_the_same_pixels()
    {
        var grid = Cube(4, Block.Cobblestone);

        var first = IsometricPicture.Draw(grid, Options);
        var second = IsometricPicture.Draw(grid.Clone(), Options);

        Assert.True(first.Pixels.SequenceEqual(second.Pixels));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(21)]
    public void A_picture_is_as_large_as_its_box_and_scale_say(int scale)
    {
        var picture = IsometricPicture.Draw(new BlockGrid(new GridSize(3, 2, 5)), Options with { Scale = scale });

        Assert.Equal(IsometricPicture.SizeOf(new GridSize(3, 2, 5), scale), (picture.Width, picture.Height));
        Assert.Equal(10 * scale, picture.Width);
    }

    [Fact]
    public void An_empty_box_is_background_alone() =>
        Assert.Equal([Options.Background], Distinct(IsometricPicture.Draw(new BlockGrid(new GridSize(4, 4, 4)), Options)));

    [Fact]
    public void Blocks_cover_the_middle_and_leave_the_corners()
    {
        var picture = IsometricPicture.Draw(Cube(4, Block.Planks), Options);
        var covered = picture.Pixels.ToArray().Count(pixel => pixel != Options.Background);

        Assert.NotEqual(Options.Background, picture[picture.Width / 2, picture.Height / 2]);
        Assert.Equal(Options.Background, picture[0, 0]);
        Assert.Equal(Options.Background, picture[picture.Width - 1, 0]);
        Assert.InRange(covered, picture.Pixels.Length / 3, picture.Pixels.Length * 4 / 5);
    }

    [Fact]
    public void The_top_is_brighter_than_the_south_side_and_that_than_the_east_side()
    {
        var picture = IsometricPicture.Draw(Cube(4, Block.Stone), Options);
        var (middle, down) = (picture.Width / 2, picture.Height * 3 / 5);

        var top = Brightness(picture, middle - 3, picture.Height / 4);
        var south = Brightness(picture, middle - 16, down);
        var east = Brightness(picture, middle + 12, down);

        Assert.True(top > south && south > east, $"{top} {south} {east}");
    }

    [Fact]
    public void Glass_lets_through_what_is_behind_it()
    {
        var withGlass = Wall(Block.Glass, Block.Wool);
        var nothingBehind = Wall(Block.Glass, Block.Air);
        var withStone = Wall(Block.Stone, Block.Wool);
        var stoneAlone = Wall(Block.Stone, Block.Air);

        Assert.NotEqual(Middle(withGlass), Middle(nothingBehind));
        Assert.Equal(Middle(withStone), Middle(stoneAlone));
    }

    [Fact]
    public void Each_corner_shows_the_sides_that_meet_there()
    {
        var grid = Cube(3, Block.Wool);
        for (var i = 0; i < 9; i++)
        {
            grid[0, i / 3, i % 3] = Block.Log;
        }

        var dark = Enum.GetValues<ViewCorner>().ToDictionary(
            corner => corner, corner => IsometricPicture.Draw(grid, Options with { Corner = corner }).Pixels.ToArray().Count(IsBrown));

        Assert.True(Math.Min(dark[ViewCorner.SouthWest], dark[ViewCorner.NorthWest]) > 2 * Math.Max(dark[ViewCorner.SouthEast], dark[ViewCorner.NorthEast]));
    }

    [Fact]
    public void Blocks_stand_in_front_of_what_is_behind_them()
    {
        var grid = Cube(2, Block.Wool);
        grid[1, 1, 1] = Block.Log;
        var picture = IsometricPicture.Draw(grid, Options);

        // The upper corner nearest to the viewer lies in the middle of the picture.
        Assert.Contains(Enumerable.Range(-2, 5), dy => IsBrown(picture[picture.Width / 2, (picture.Height / 2) + dy]));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(65, 2)]
    [InlineData(8, 0)]
    [InlineData(8, 5)]
    public void Options_out_of_range_are_refused(int scale, int samples) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => IsometricPicture.Draw(Cube(1, Block.Stone), Options with { Scale = scale, Samples = samples }));

    private static BlockGrid Cube(int extent, Block block)
    {
        var grid = new BlockGrid(new GridSize(extent, extent, extent));
        grid.Blocks.Fill(block);
        return grid;
    }

    // A pane two blocks before a block, seen along the line through both.
    private static Canvas Wall(Block front, Block behind)
    {
        var grid = new BlockGrid(new GridSize(3, 3, 3));
        grid[2, 2, 2] = front;
        grid[0, 0, 0] = behind;
        grid[1, 1, 1] = behind;
        return IsometricPicture.Draw(grid, Options);
    }

    private static Rgba Middle(Canvas picture)
    {
        // The middle of the front block's upper face.
        var top = IsometricPicture.SizeOf(new GridSize(3, 0, 3), Options.Scale).Height;
        return picture[picture.Width / 2, top - Options.Scale];
    }

    private static Rgba[] Distinct(Canvas picture) => [.. picture.Pixels.ToArray().Distinct()];

    private static int Brightness(Canvas picture, int x, int y) => picture[x, y].R + picture[x, y].G + picture[x, y].B;

    private static bool IsBrown(Rgba pixel) => pixel.R > pixel.B + 25;
}
