using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Hud.Drawing;

public sealed class HudBatchTests
{
    [Fact]
    public void Places_are_scaled_to_whole_pixels()
    {
        var batch = Begin(scale: 3);

        batch.Fill(new HudRect(1.1f, 2, 10, 5), HudColour.White);

        Assert.Equal((3f, 6f), (batch.Quads.Vertices[0].X, batch.Quads.Vertices[0].Y));
        Assert.Equal((33f, 21f), (batch.Quads.Vertices[2].X, batch.Quads.Vertices[2].Y));
    }

    [Fact]
    public void Nothing_is_added_for_an_empty_place_or_a_blank()
    {
        var batch = Begin();

        batch.Fill(new HudRect(1, 1, 0, 5), HudColour.White);
        batch.Text("  ", Vector2.Zero, HudColour.White);
        batch.Icon(Block.Air, new HudRect(0, 0, 16, 16));

        Assert.Equal(0, batch.Quads.Count);
    }

    [Fact]
    public void Clips_nest_and_end()
    {
        var batch = Begin();

        batch.Fill(new HudRect(0, 0, 5, 5), HudColour.White);
        batch.PushClip(new HudRect(10, 10, 20, 20));
        batch.PushClip(new HudRect(0, 0, 15, 15));
        batch.Fill(new HudRect(0, 0, 50, 50), HudColour.White);
        batch.PopClip();
        batch.PopClip();
        batch.Fill(new HudRect(0, 0, 5, 5), HudColour.White);

        Assert.Equal(3, batch.Quads.Runs);
        Assert.Equal(new HudRect(10, 10, 5, 5), batch.Quads.RunAt(1).Run.Clip);
        Assert.Equal((2, 3), (batch.Quads.RunAt(2).Run.FirstQuad, batch.Quads.RunAt(2).End));
        Assert.Throws<ArgumentOutOfRangeException>(batch.PopClip);
    }

    [Fact]
    public void A_text_that_is_too_long_stays_in_its_place()
    {
        var batch = Begin();
        var place = new HudRect(20, 20, 40, 11);

        batch.Text("A text that is much too long", place, HudColour.White);

        foreach (var corner in batch.Quads.Vertices)
        {
            Assert.InRange(corner.X, place.X, place.Right + 1);
        }
    }

    [Fact]
    public void A_paragraph_stays_in_its_place_and_says_that_it_is_cut()
    {
        var batch = Begin();

        var height = batch.Paragraph("A text that takes more lines than there is room for", new HudRect(0, 0, 60, 24), HudColour.White);

        Assert.Equal(22, height);
        var ellipsis = SampleHud.Atlas.GlyphOf('…');
        Assert.Contains(batch.Quads.Vertices.ToArray(), corner => (corner.U, corner.V) == (ellipsis.X, ellipsis.Y));
    }

    [Fact]
    public void Formatted_texts_stay_until_the_frame_ends()
    {
        var batch = Begin();

        var first = batch.Format($"{12} of {3.5:0.0}");
        var second = batch.Format($"{"some"} text");

        Assert.Equal("12 of 3.5", first);
        Assert.Equal("some text", second);
    }

    [Fact]
    public void A_frame_of_any_length_is_put_together()
    {
        var batch = Begin();

        for (var count = 0; count < 20_000; count++)
        {
            batch.Fill(new HudRect(count, 0, 1, 1), HudColour.White);
        }

        Assert.Equal(80_000, batch.Quads.Vertices.Length);
        Assert.Equal("x" + new string('y', 9000), batch.Format($"x{new string('y', 9000)}"));
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(32, 32)]
    [InlineData(48, 48)]
    [InlineData(64, 32)]
    [InlineData(24, 48)]
    [InlineData(8, 16)]
    public void Blocks_are_drawn_from_a_picture_that_fits(float pixels, int edge) =>
        Assert.Equal(edge, SampleHud.Atlas.IconOf(Block.Planks, pixels).Width);

    [Fact]
    public void A_block_has_three_faces_of_different_brightness()
    {
        var rgba = BlockIcons.Draw(Block.Wool, 32);

        var (top, left, right) = (At(16, 8), At(8, 20), At(24, 20));
        Assert.True(top > left && left > right, $"{top} {left} {right}");
        Assert.Equal(0, rgba[3]);

        int At(int x, int y) => rgba[4 * ((y * 32) + x)];
    }

    private static HudBatch Begin(int scale = 1)
    {
        var batch = new HudBatch(SampleHud.Atlas);
        batch.Begin(HudArea.For((1280, 720), scale), HudTheme.Usual, 0);
        return batch;
    }
}
