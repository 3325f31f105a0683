using System.Numerics;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Tests.Hud.Widgets;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Rendering;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Hud;

/// <summary>Pictures to be looked at; what they must have at least is checked.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class HudPictureTests
{
    [Theory]
    [InlineData(640, 360, 2, 1f)]
    [InlineData(640, 360, 1, 2f)]
    [InlineData(854, 480, 2, 1f)]
    [InlineData(1280, 720, 3, 1f)]
    [InlineData(1280, 720, 2, 1.5f)]
    public void The_whole_hud_is_seen(int width, int height, int scale, float textSize)
    {
        using var picture = new HudPicture(width, height);
        var theme = HudTheme.Usual with { TextSize = textSize };
        var overlay = SampleHud.Overlay();
        var batch = picture.Begin(scale, theme, seconds: 0);
        overlay.Draw(batch, SampleHud.Full());

        batch = picture.Begin(scale, theme, seconds: 1);
        overlay.Draw(batch, SampleHud.Full());
        var pixels = picture.Draw(batch, $"hud-{scale}-{textSize:0.0}");

        var hotbar = new HudLayout(batch.Area).Hotbar;
        var frame = new Vector2(hotbar.X + (4 * 20) + 5, hotbar.Y + 1) * batch.Area.Scale;
        Assert.Equal(theme.Accent, picture.At(pixels, (int)frame.X, (int)frame.Y));
    }

    [Theory]
    [InlineData(ColourVision.Usual)]
    [InlineData(ColourVision.Deuteranopia)]
    [InlineData(ColourVision.Tritanopia)]
    public void Marks_differ_for_everybody(ColourVision vision)
    {
        using var picture = new HudPicture(480, 270);
        var batch = picture.Begin(1, HudTheme.Usual.For(vision) with { ReducedMotion = true });
        Progress.Draw(batch, new HudRect(4, 4, 160, Progress.HeightAt(1)), new ProgressView("Barn", 0.4f, 12, 3, 7));
        Progress.Draw(batch, new HudRect(4, 44, 160, Progress.HeightAt(1)), new ProgressView("Barn", 1, 0, 0, 0));
        BlockInfo.Draw(batch, new HudRect(180, 4, 140, BlockInfo.HeightAt(1)), new BlockInfoView(Block.Air, Block.Glass));
        BlockInfo.Draw(batch, new HudRect(180, 36, 140, BlockInfo.HeightAt(1)), new BlockInfoView(Block.Dirt, Block.Air));
        BlockInfo.Draw(batch, new HudRect(180, 68, 140, BlockInfo.HeightAt(1)), new BlockInfoView(Block.Wool, Block.Wool));
        BlockInfo.Draw(batch, new HudRect(180, 100, 140, BlockInfo.HeightAt(1)), new BlockInfoView(Block.Log));
        for (var state = AssistantState.Off; state <= AssistantState.Done; state++)
        {
            Assistant.Draw(batch, new HudRect(330, 4 + (42 * (int)state), 140, Assistant.HeightAt(1)), new AssistantView(state, 2, "Break cobblestone", Block.Cobblestone));
        }

        for (var mark = Mark.Right; mark <= Mark.Extra; mark++)
        {
            MarkSign.Draw(batch, new HudRect(10 + (50 * (int)mark), 100, 28, 28), mark);
        }

        var pixels = picture.Draw(batch, $"marks-{vision}");

        Assert.Equal(batch.Theme.Marks.Missing, picture.At(pixels, 60, 100));
    }

    [Fact]
    public void Every_sign_and_every_block_has_a_picture()
    {
        using var picture = new HudPicture(1000, 560);
        var batch = picture.Begin(2, HudTheme.Usual);
        batch.Fill(batch.Area.Bounds, HudColour.Rgb(0x202830));
        var text = new string([.. PixelFont.Glyphs.Select(glyph => glyph.Sign)]);
        batch.Paragraph(string.Join('\n', text.Chunk(48).Select(row => new string(row))), new HudRect(6, 6, 488, 100), HudColour.White);
        batch.Paragraph("The quick brown fox jumps over the lazy dog. Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich; 0123456789 – 100 % × 3 = 50° ± 2", new HudRect(6, 70, 488, 60), HudColour.White);
        batch.Text("Text twice as large", new Vector2(6, 110), batch.Theme.Accent, 2);
        for (var block = Block.Bedrock; block <= Block.Wool; block++)
        {
            batch.Icon(block, new HudRect(6 + (34 * (int)block), 140, 32, 32));
            batch.Icon(block, new HudRect(6 + (34 * (int)block), 176, 16, 16));
            batch.Icon(block, new HudRect(6 + (34 * (int)block), 200, 8, 8));
        }

        batch.Panel(new HudRect(400, 140, 60, 40));
        batch.Line(new Vector2(400, 190), new Vector2(480, 230), batch.Theme.Accent, 2);
        batch.PushClip(new HudRect(400, 240, 40, 20));
        batch.Text("cut off here and there", new Vector2(396, 246), HudColour.White);
        batch.PopClip();
        picture.Draw(batch, "font");

        Assert.Equal(2, picture.Renderer.Calls);
    }

    [Fact]
    public void Scene_and_hud_leave_each_other_as_they_were()
    {
        using var picture = new HudPicture(854, 480);
        var world = new VoxelWorld(new GridSize(128, 64, 128));
        new Landscape(11).Fill(world, (new BlockPos(58, Landscape.SiteLevel, 58), new GridSize(11, 10, 10)));
        new SkyLight(world).Spread();
        using var scene = new SceneRenderer(picture.Context, world, TimeProvider.System, threads: 1);
        var camera = new Camera { Place = new Vector3(52.5f, Landscape.SiteLevel + 6, 52.5f), Yaw = -45, Pitch = 8 };
        var batch = new HudBatch(SampleHud.Atlas);
        batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual with { ReducedMotion = true }, 0);
        SampleHud.Overlay().Draw(batch, SampleHud.Full());

        SceneTests.Draw(scene, camera, new Daytime(10));
        var first = picture.Draw(batch, "hud-over-land");
        scene.Draw(new SceneFrame { Camera = camera, Daytime = new Daytime(10), Seconds = 3 });
        var second = picture.Draw(batch, "hud-over-land");

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData(854, 480, 2, 1f)]
    [InlineData(640, 360, 1, 1.5f)]
    public void A_screen_shows_its_widgets(int width, int height, int scale, float textSize)
    {
        using var picture = new HudPicture(width, height);
        var batch = picture.Begin(scale, HudTheme.Usual with { TextSize = textSize });
        var screen = new SampleScreen();
        screen.Layout(batch.Area);
        screen.Focus(screen.Field);
        screen.Point(screen.Accept.Bounds.MiddleX * scale, screen.Accept.Bounds.MiddleY * scale);
        screen.Draw(batch);
        picture.Draw(batch, $"screen-{scale}-{textSize:0.0}");

        Assert.True(screen.Accept.IsHovered);
        Assert.True(picture.Renderer.Calls > 1);
    }
}
