using BlockAssist.Game.Hud.Drawing;
using CsCheck;

namespace BlockAssist.Game.Tests.Hud.Drawing;

public sealed class TextLayoutTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("i", 1)]
    [InlineData("H", 5)]
    [InlineData("Hi", 7)]
    [InlineData("H H", 15)]
    public void A_line_is_as_wide_as_its_signs_and_the_gaps_between(string line, int width) =>
        Assert.Equal(width, TextLayout.WidthOf(line));

    [Fact]
    public void A_text_breaks_at_blanks() =>
        Assert.Equal(["one two", "three"], Lines("one two three", TextLayout.WidthOf("one two th")));

    [Fact]
    public void A_word_that_fits_exactly_stays_on_its_line() =>
        Assert.Equal(["one two", "three"], Lines("one two three", TextLayout.WidthOf("one two")));

    [Fact]
    public void A_word_that_is_too_wide_is_broken() =>
        Assert.Equal(["HHH", "HHH", "HH"], Lines("HHHHHHHH", TextLayout.WidthOf("HHH")));

    [Fact]
    public void Line_ends_are_kept() =>
        Assert.Equal(["one", "", "two"], Lines("one\n\ntwo", 500));

    [Fact]
    public void An_empty_text_has_one_empty_line() => Assert.Equal([""], Lines("", 50));

    [Fact]
    public void No_line_is_too_wide_and_no_sign_is_lost() =>
        Gen.Select(Gen.String[Gen.Char["abcimW  \n"], 0, 60], Gen.Int[8, 90]).Sample((text, width) =>
        {
            var lines = Lines(text, width);

            Assert.All(lines, line => Assert.True(TextLayout.WidthOf(line) <= width, $"'{line}' is wider than {width}"));
            Assert.Equal(Signs(text), Signs(string.Concat(lines)));

            static string Signs(string of) => string.Concat(of.Where(sign => sign is not (' ' or '\n')));
        });

    [Fact]
    public void What_does_not_fit_leaves_room_for_the_ellipsis() =>
        Gen.Select(Gen.String[Gen.Char["abcimW "], 0, 40], Gen.Int[6, 90]).Sample((line, width) =>
        {
            var shown = TextLayout.Fit(line, width);

            var text = shown < line.Length ? line[..shown] + TextLayout.Ellipsis : line;
            Assert.True(TextLayout.WidthOf(text) <= width);
        });

    [Fact]
    public void A_click_finds_the_nearest_gap()
    {
        Assert.Equal(0, TextLayout.PlaceAt("HHH", 2));
        Assert.Equal(1, TextLayout.PlaceAt("HHH", 4));
        Assert.Equal(3, TextLayout.PlaceAt("HHH", 99));
    }

    [Fact]
    public void Wrapping_makes_no_garbage()
    {
        const string Text = "A text that is long enough to be broken into a number of lines";
        TextLayout.CountLines(Text, 60);

        Assert.Equal(0, Garbage.Of(() => TextLayout.CountLines(Text, 60)));
    }

    private static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in TextLayout.Lines(text, width))
        {
            lines.Add(line.ToString());
        }

        return lines;
    }
}
