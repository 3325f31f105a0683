using BlockAssist.Game.Hud;

namespace BlockAssist.Game.Tests.Hud;

public sealed class HudColourTests
{
    [Fact]
    public void Six_digits_are_a_full_colour() => Assert.Equal(new HudColour(0xFF, 0x80, 0x01), HudColour.Rgb(0xFF8001));

    [Fact]
    public void A_colour_fades_and_mixes()
    {
        Assert.Equal(127, HudColour.White.Faded(0.5f).A);
        Assert.Equal(0, HudColour.White.Faded(-3).A);
        Assert.Equal(HudColour.White, HudColour.Black.Mixed(HudColour.White, 2));
        Assert.Equal(HudColour.Rgb(0x7F7F7F), HudColour.White.Mixed(HudColour.Black, 0.5f) with { A = 255 });
    }

    [Fact]
    public void What_two_places_have_in_common_may_be_nothing()
    {
        var one = new HudRect(0, 0, 10, 10);

        Assert.Equal(new HudRect(5, 5, 5, 5), one.Cut(new HudRect(5, 5, 10, 10)));
        Assert.True(one.Cut(new HudRect(20, 0, 5, 5)).IsEmpty);
        Assert.False(one.Overlaps(new HudRect(10, 0, 5, 5)));
        Assert.True(one.Contains(0, 9.5f) && !one.Contains(10, 5));
    }
}
