using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Tests.Hud.Drawing;

public sealed class PixelFontTests
{
    [Fact]
    public void Every_printable_sign_of_ascii_is_drawn() =>
        Assert.All(Enumerable.Range(' ', '~' - ' ' + 1), sign => Assert.True(PixelFont.Has((char)sign), $"{(char)sign}"));

    [Fact]
    public void The_letters_of_western_europe_are_drawn() =>
        Assert.All(Enumerable.Range('À', 'ÿ' - 'À' + 1), sign => Assert.True(PixelFont.Has((char)sign), $"{(char)sign}"));

    [Theory]
    [InlineData("·…–×÷°→←↑↓✓✕▶◀❚●■♥∞")]
    public void The_signs_of_the_hud_are_drawn(string signs) => Assert.All(signs, sign => Assert.True(PixelFont.Has(sign), $"{sign}"));

    [Fact]
    public void No_two_signs_look_alike()
    {
        var byShape = PixelFont.Glyphs.GroupBy(glyph => $"{glyph.Width} {string.Join(' ', glyph.Rows)}");

        Assert.All(byShape, same => Assert.True(same.Count() == 1, string.Join(' ', same.Select(glyph => glyph.Sign))));
    }

    [Fact]
    public void Signs_fill_their_width_and_no_more() =>
        Assert.All(PixelFont.Glyphs, glyph => Assert.All(glyph.Rows, row => Assert.True(row < 1 << glyph.Width, $"{glyph.Sign}")));

    [Fact]
    public void Digits_are_equally_wide() => Assert.Single("0123456789".Select(PixelFont.AdvanceOf).Distinct());

    [Fact]
    public void An_unknown_sign_has_a_width() => Assert.True(PixelFont.AdvanceOf('字') > 0);
}
