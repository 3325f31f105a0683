using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using CsCheck;

namespace BlockAssist.Game.Tests.Hud;

public sealed class HudLayoutTests
{
    private static readonly (int Width, int Height)[] Sizes =
        [(640, 360), (640, 480), (800, 600), (854, 480), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (2560, 1080), (3840, 2160), (640, 2000), (3840, 360)];

    [Fact]
    public void Pieces_never_lie_on_each_other_nor_outside_of_the_window() =>
        Assert.All(
            from size in Sizes from scale in (int[])[1, 2, 3, 4] from text in (float[])[1, 1.25f, 1.5f, 2] select (size, scale, text),
            one => Check(HudArea.For(one.size, one.scale, one.text)));

    [Fact]
    public void Pieces_never_lie_on_each_other_in_windows_of_any_size() =>
        Gen.Select(Gen.Int[640, 4000], Gen.Int[360, 2200], Gen.Int[1, 4], Gen.Float[1, 2])
            .Sample((width, height, scale, text) => Check(HudArea.For((width, height), scale, text)));

    [Fact]
    public void Every_piece_stays_in_its_place_whatever_it_shows()
    {
        var batch = new HudBatch(SampleHud.Atlas);
        Assert.All(
            from size in Sizes from scale in (int[])[1, 2, 4] from text in (float[])[1, 1.5f, 2] select HudArea.For(size, scale, text),
            area =>
            {
                HudRect[] places = [.. PlacesOf(new HudLayout(area)), new HudLayout(area).Belief];
                batch.Begin(area, HudTheme.Usual, 0);
                foreach (var view in SampleHud.Believing(" with a long tail").Prepend(SampleHud.Full(" with a long tail")))
                {
                    SampleHud.Overlay(" with a long tail").Draw(batch, view);
                }

                for (var quad = 0; quad < batch.Quads.Count; quad++)
                {
                    // A text's shadow, and the blank rows of a glyph, may stand out by the font's own margins.
                    var (from, to) = (batch.Quads.Vertices[4 * quad], batch.Quads.Vertices[(4 * quad) + 2]);
                    var at = new HudRect(from.X, from.Y, to.X - from.X, to.Y - from.Y);
                    var slack = 3 * area.TextUnit;
                    Assert.Contains(places, place => Scaled(place, area.Scale).Inset(-slack * area.Scale).Contains(at));
                }
            });
    }

    [Fact]
    public void A_scale_that_does_not_fit_becomes_smaller()
    {
        Assert.Equal(2, HudArea.For((640, 360), 4).Scale);
        Assert.Equal(4, HudArea.For((1280, 720), 4).Scale);
        Assert.Equal(1, HudArea.For((640, 360), 2, 2).TextUnit);
        Assert.Equal(1.5f, HudArea.For((1280, 720), 2, 1.7f).TextUnit);
    }

    [Theory]
    [InlineData(640, 360, 1)]
    [InlineData(1280, 720, 2)]
    [InlineData(1920, 1080, 4)]
    public void The_usual_scale_leaves_room(int width, int height, int scale) => Assert.Equal(scale, HudArea.UsualScale((width, height)));

    private static HudRect Scaled(HudRect place, int scale) => new(place.X * scale, place.Y * scale, place.Width * scale, place.Height * scale);

    private static void Check(HudArea area)
    {
        Check(area, PlacesOf(new HudLayout(area)));
        Check(area, PlacesOf(new HudLayout(area), believes: true));
    }

    private static void Check(HudArea area, HudRect[] places)
    {
        for (var one = 0; one < places.Length; one++)
        {
            Assert.True(area.Bounds.Contains(places[one]) && !places[one].IsEmpty, $"{area}: {one} is at {places[one]}");
            for (var other = 0; other < one; other++)
            {
                Assert.False(places[one].Overlaps(places[other]), $"{area}: {one} at {places[one]} overlaps {other} at {places[other]}");
            }
        }
    }

    private static HudRect[] PlacesOf(HudLayout layout, bool believes = false) =>
    [
        layout.Crosshair, layout.Hotbar, layout.HotbarName, layout.Progress, believes ? layout.Belief : layout.BlockInfo, layout.Recording,
        layout.Assistant, layout.Debug, layout.Materials, layout.Toasts,
    ];
}
