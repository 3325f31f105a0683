using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Tests.Hud.Widgets;
using BlockAssist.Game.Tests.Platform;

namespace BlockAssist.Game.Tests.Hud;

[Collection(DrawingInTurn.Name)]
public sealed class HudOverlayTests
{
    [Fact]
    public void A_frame_with_all_pieces_makes_no_garbage()
    {
        var (batch, overlay, view) = (new HudBatch(SampleHud.Atlas), SampleHud.Overlay(), SampleHud.Full());
        var area = HudArea.For((1280, 720), 2);

        Assert.Equal(0, GarbageOf(frame =>
        {
            // Toasts come and go meanwhile.
            batch.Begin(area, HudTheme.Usual, frame / 20.0);
            overlay.Draw(batch, view);
        }));
    }

    [Fact]
    public void A_frame_with_a_screen_makes_no_garbage()
    {
        var (batch, screen) = (new HudBatch(SampleHud.Atlas), new SampleScreen());
        var area = HudArea.For((1280, 720), 2);
        screen.Layout(area);
        screen.Focus(screen.Field);

        Assert.Equal(0, GarbageOf(frame =>
        {
            batch.Begin(area, HudTheme.Usual, frame / 20.0);
            screen.Point(frame, frame);
            screen.Draw(batch);
        }));
    }

    [Fact]
    public void Drawing_a_frame_makes_no_garbage()
    {
        using var picture = new HudPicture(854, 480);
        var (batch, overlay, view) = (new HudBatch(SampleHud.Atlas), SampleHud.Overlay(), SampleHud.Full());
        var (area, renderer) = (HudArea.For((854, 480), 2), picture.Renderer);

        Assert.Equal(0, GarbageOf(
            frame =>
            {
                batch.Begin(area, HudTheme.Usual, frame / 5.0);
                overlay.Draw(batch, view);
                renderer.Draw(batch);
            },
            frames: 60));
    }

    [Fact]
    public void Nothing_is_drawn_for_what_is_not_there()
    {
        var batch = new HudBatch(SampleHud.Atlas);
        batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual, 0);

        new HudOverlay().Draw(batch, default);

        Assert.Equal(0, batch.Quads.Count);
    }

    private static long GarbageOf(Action<int> frame, int frames = 300)
    {
        var number = 0;
        Draw();
        return Garbage.Of(Draw);

        void Draw()
        {
            for (var count = 0; count < frames; count++)
            {
                frame(number++);
            }
        }
    }
}
