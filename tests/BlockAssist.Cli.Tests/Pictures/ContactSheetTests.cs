using BlockAssist.Cli.Pictures;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Pictures;

public sealed class ContactSheetTests
{
    private static readonly IsometricOptions Options = new() { Scale = 4, Samples = 1 };

    [Fact]
    public void Every_entry_gets_room_for_the_largest_one()
    {
        var entries = new[] { Entry("a", 2), Entry("b", 5), Entry("c", 3), Entry("d", 3), Entry("e", 1) };

        var sheet = ContactSheet.Draw(entries, 3, Options);

        var (width, height) = IsometricPicture.SizeOf(new GridSize(5, 5, 5), Options.Scale);
        Assert.Equal(3 * width, sheet.Width);
        Assert.True(sheet.Height > 2 * height);
        Assert.All(Enumerable.Range(0, 5), i => Assert.NotEqual(0, CountInk(sheet, (i % 3 * width, i / 3 * sheet.Height / 2, width, sheet.Height / 2))));
        Assert.Equal(0, CountInk(sheet, (2 * width, sheet.Height / 2, width, sheet.Height / 2)));
    }

    [Fact]
    public void A_label_too_long_is_cut()
    {
        var sheet = ContactSheet.Draw([Entry("a name far longer than the picture is wide", 1)], 1, Options);

        Assert.Equal(IsometricPicture.SizeOf(new GridSize(1, 1, 1), Options.Scale).Width, sheet.Width);
    }

    [Fact]
    public void A_sheet_of_nothing_or_of_too_much_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ContactSheet.Draw([], 3, Options));
        Assert.Throws<ForeseenException>(() =>
            ContactSheet.Draw([.. Enumerable.Repeat(Entry("x", 32), 60)], 6, Options with { Scale = 64 }));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("A", 5)]
    [InlineData("seed 12", 41)]
    public void A_text_is_as_wide_as_its_letters(string text, int width)
    {
        Assert.Equal(width, PixelFont.WidthOf(text));
        Assert.Equal(text, PixelFont.Fit(text, width));
    }

    [Fact]
    public void Every_letter_is_drawn_in_its_own_way()
    {
        var drawn = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:-+/()%#=?!_×".Select(letter =>
        {
            var canvas = new Canvas(5, PixelFont.Height, new Rgba(255, 255, 255));
            PixelFont.Draw(canvas, letter.ToString(), (0, 0), new Rgba(0, 0, 0));
            return string.Concat(canvas.Pixels.ToArray().Select(pixel => pixel.R == 0 ? '#' : '.'));
        }).ToArray();

        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    private static (string Label, BlockGrid Blocks) Entry(string label, int extent)
    {
        var grid = new BlockGrid(new GridSize(extent, extent, extent));
        grid.Blocks.Fill(Block.Planks);
        return (label, grid);
    }

    private static int CountInk(Canvas canvas, (int Left, int Top, int Width, int Height) area)
    {
        var count = 0;
        for (var y = area.Top; y < area.Top + area.Height; y++)
        {
            for (var x = area.Left; x < area.Left + area.Width; x++)
            {
                count += canvas[x, y] == Options.Background ? 0 : 1;
            }
        }

        return count;
    }
}
