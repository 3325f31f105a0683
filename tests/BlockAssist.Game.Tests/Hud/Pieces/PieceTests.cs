using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Hud.Pieces;

public sealed class PieceTests
{
    private static readonly HudRect Name = new(100, 100, 100, 11);

    private readonly HudBatch _batch = new(SampleHud.Atlas);

    [Fact]
    public void The_name_of_a_block_fades_and_comes_back_when_another_is_chosen()
    {
        var hotbar = new Hotbar();

        Assert.True(ShowsName(hotbar, 0, 10.0));
        Assert.True(ShowsName(hotbar, 0, 11.0));
        Assert.False(ShowsName(hotbar, 0, 12.0));
        Assert.True(ShowsName(hotbar, 1, 13.0));
        Assert.False(ShowsName(hotbar, 2, 14.0), "an empty slot has no name");
    }

    [Fact]
    public void The_sign_of_a_recording_blinks_unless_motion_is_reduced()
    {
        Assert.NotEqual(SignOf(HudTheme.Usual, 0.2), SignOf(HudTheme.Usual, 0.7));
        var calm = HudTheme.Usual with { ReducedMotion = true };
        Assert.Equal(SignOf(calm, 0.2), SignOf(calm, 0.7));
    }

    [Fact]
    public void Each_mark_has_a_shape_of_its_own()
    {
        var white = HudTheme.Usual with { Marks = new MarkColours(HudColour.White, HudColour.White, HudColour.White, HudColour.White) };
        var shapes = new HashSet<string>();

        for (var mark = Mark.Right; mark <= Mark.Extra; mark++)
        {
            _batch.Begin(HudArea.For((854, 480), 2), white, 0);
            MarkSign.Draw(_batch, new HudRect(0, 0, 7, 7), mark);
            shapes.Add(string.Join(' ', _batch.Quads.Vertices.ToArray()));
        }

        Assert.Equal(4, shapes.Count);
    }

    [Theory]
    [InlineData(Block.Air, Block.Wool, Mark.Missing)]
    [InlineData(Block.Dirt, Block.Wool, Mark.Wrong)]
    [InlineData(Block.Dirt, Block.Air, Mark.Extra)]
    [InlineData(Block.Dirt, Block.Dirt, Mark.Right)]
    [InlineData(Block.Air, Block.Air, Mark.Right)]
    [InlineData(Block.Dirt, null, null)]
    public void What_is_there_is_compared_with_what_is_wanted(Block there, Block? wanted, Mark? mark) =>
        Assert.Equal(mark, new BlockInfoView(there, wanted).Mark);

    [Fact]
    public void At_most_four_toasts_are_seen_and_the_others_wait()
    {
        var toasts = new Toasts();
        for (var number = 0; number < 6; number++)
        {
            toasts.Show($"Message {number}");
        }

        Draw(toasts, 0);
        Assert.Equal((4, 2), (toasts.Shown, toasts.Waiting));

        Draw(toasts, 6);
        Assert.Equal((2, 0), (toasts.Shown, toasts.Waiting));

        Draw(toasts, 12);
        Assert.Equal((0, 0), (toasts.Shown, toasts.Waiting));
        Assert.Equal(0, _batch.Quads.Count);
    }

    [Fact]
    public void Toasts_without_room_wait_though_there_are_fewer_than_four()
    {
        var toasts = new Toasts();
        toasts.Show("One message");
        toasts.Show("Another message");

        _batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual, 0);
        toasts.Draw(_batch, new HudRect(0, 0, 150, 20));

        Assert.Equal((1, 1), (toasts.Shown, toasts.Waiting));
    }

    private void Draw(Toasts toasts, double seconds)
    {
        _batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual, seconds);
        toasts.Draw(_batch, new HudRect(0, 0, 150, 200));
    }

    private bool ShowsName(Hotbar hotbar, int selected, double seconds)
    {
        _batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual, seconds);
        hotbar.Draw(_batch, new HudRect(0, 0, Hotbar.Width, Hotbar.Height), Name, new HotbarView([new(Block.Dirt), new(Block.Wool), new(Block.Air)], selected));
        return _batch.Quads.Vertices.ToArray().Any(corner => corner.Y >= Name.Y * 2 && corner.Colour.A > 0);
    }

    private string SignOf(HudTheme theme, double seconds)
    {
        _batch.Begin(HudArea.For((854, 480), 2), theme, seconds);
        Recording.Draw(_batch, new HudRect(0, 0, 100, 15), new RecordingView(TimeSpan.FromSeconds(61)));
        return string.Join(' ', _batch.Quads.Vertices.ToArray());
    }
}
