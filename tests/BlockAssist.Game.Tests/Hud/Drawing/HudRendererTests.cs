using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Hud.Drawing;

[Collection(DrawingInTurn.Name)]
public sealed class HudRendererTests
{
    private static readonly HudColour Sky = HudColour.Rgb(0x5E9BE8);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_filled_place_ends_where_it_should(int scale)
    {
        using var picture = new HudPicture(640, 360);
        var batch = picture.Begin(scale, HudTheme.Usual);
        batch.Fill(batch.Area.Bounds, Sky);
        batch.Fill(new HudRect(10, 20, 30, 5), HudColour.White);

        var pixels = picture.Draw(batch, "fill");

        Assert.Equal(Sky, picture.At(pixels, (10 * scale) - 1, 20 * scale));
        Assert.Equal(HudColour.White, picture.At(pixels, 10 * scale, 20 * scale));
        Assert.Equal(HudColour.White, picture.At(pixels, (40 * scale) - 1, (25 * scale) - 1));
        Assert.Equal(Sky, picture.At(pixels, 40 * scale, (25 * scale) - 1));
        Assert.Equal(Sky, picture.At(pixels, (40 * scale) - 1, 25 * scale));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Signs_are_drawn_pixel_by_pixel(int scale)
    {
        using var picture = new HudPicture(640, 360);
        var batch = picture.Begin(scale, HudTheme.Usual with { TextShadow = default });
        batch.Fill(batch.Area.Bounds, HudColour.Black);
        batch.Text("Ag", new Vector2(8, 8), HudColour.White);

        var pixels = picture.Draw(batch, "signs");

        var glyph = PixelFont.Glyphs[PixelFont.PlaceOf('A')];
        for (var pixel = 0; pixel < glyph.Width * PixelFont.Height; pixel++)
        {
            var (x, y) = (pixel % glyph.Width, pixel / glyph.Width);
            for (var part = 0; part < scale; part++)
            {
                var at = picture.At(pixels, (scale * (8 + x)) + part, (scale * (8 + y - PixelFont.Above)) + part);
                Assert.Equal(glyph.IsSet(x, y) ? HudColour.White : HudColour.Black, at);
            }
        }
    }

    [Fact]
    public void Nothing_is_drawn_outside_of_a_clip()
    {
        using var picture = new HudPicture(640, 360);
        var batch = picture.Begin(2, HudTheme.Usual);
        batch.Fill(batch.Area.Bounds, Sky);
        batch.PushClip(new HudRect(20, 30, 10, 10));
        batch.Fill(batch.Area.Bounds, HudColour.White);
        batch.PopClip();

        var pixels = picture.Draw(batch, "clip");

        Assert.Equal(HudColour.White, picture.At(pixels, 40, 60));
        Assert.Equal(HudColour.White, picture.At(pixels, 59, 79));
        Assert.Equal(Sky, picture.At(pixels, 39, 60));
        Assert.Equal(Sky, picture.At(pixels, 40, 59));
        Assert.Equal(Sky, picture.At(pixels, 60, 79));
        Assert.Equal(2, picture.Renderer.Calls);
    }

    [Fact]
    public void What_hides_half_lets_half_through()
    {
        using var picture = new HudPicture(64, 64);
        var batch = picture.Begin(1, HudTheme.Usual);
        batch.Fill(batch.Area.Bounds, HudColour.White);
        batch.Fill(batch.Area.Bounds, HudColour.Black with { A = 128 });

        var pixels = picture.Draw(batch, "half");

        Assert.InRange(picture.At(pixels, 30, 30).R, 126, 128);
    }

    [Fact]
    public void A_block_looks_as_it_was_painted()
    {
        using var picture = new HudPicture(64, 64);
        var batch = picture.Begin(1, HudTheme.Usual);
        batch.Icon(Block.Planks, new HudRect(5, 6, 32, 32));

        var pixels = picture.Draw(batch, "block");

        var painted = BlockIcons.Draw(Block.Planks, 32).AsSpan(4 * ((8 * 32) + 16), 3);
        Assert.Equal(new HudColour(painted[0], painted[1], painted[2]), picture.At(pixels, 5 + 16, 6 + 8));
    }

    [Fact]
    public void More_quads_than_indices_are_drawn_in_parts()
    {
        using var picture = new HudPicture(64, 64);
        var batch = picture.Begin(1, HudTheme.Usual);
        for (var count = 0; count < 16_384; count++)
        {
            batch.Fill(new HudRect(0, 0, 1, 1), HudColour.Black);
        }

        batch.Fill(new HudRect(3, 3, 1, 1), HudColour.White);

        var pixels = picture.Draw(batch, "many");

        Assert.Equal(HudColour.White, picture.At(pixels, 3, 3));
        Assert.Equal(2, picture.Renderer.Calls);
    }
}
