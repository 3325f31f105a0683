namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Measures text and breaks it into lines, in the pixels of <see cref="PixelFont"/>.</summary>
public static class TextLayout
{
    /// <summary>What stands for a cut off end.</summary>
    public const string Ellipsis = "…";

    /// <summary>How wide a line of text is, without the gap after its last sign.</summary>
    public static int WidthOf(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var sign in line)
        {
            width += PixelFont.AdvanceOf(sign);
        }

        return Math.Max(0, width - 1);
    }

    /// <summary>How many signs of the start of a text fit.</summary>
    /// <param name="line">The text.</param>
    /// <param name="width">The space.</param>
    public static int CountThatFits(ReadOnlySpan<char> line, int width)
    {
        var used = -1;
        for (var count = 0; count < line.Length; count++)
        {
            used += PixelFont.AdvanceOf(line[count]);
            if (used > width)
            {
                return count;
            }
        }

        return line.Length;
    }

    /// <summary>How much of a text to show so that, with an <see cref="Ellipsis"/> if it is cut, it fits.</summary>
    /// <returns>The number of signs; all of them if nothing is cut.</returns>
    public static int Fit(ReadOnlySpan<char> line, int width) =>
        WidthOf(line) <= width ? line.Length : line[..CountThatFits(line, width - WidthOf(Ellipsis) - 1)].TrimEnd(' ').Length;

    /// <summary>The sign that is nearest to a place in a line: where a click puts the caret.</summary>
    /// <param name="line">The line.</param>
    /// <param name="x">From the line's start.</param>
    public static int PlaceAt(ReadOnlySpan<char> line, float x)
    {
        var start = 0;
        for (var place = 0; place < line.Length; place++)
        {
            var advance = PixelFont.AdvanceOf(line[place]);
            if (x < start + (advance / 2f))
            {
                return place;
            }

            start += advance;
        }

        return line.Length;
    }

    /// <summary>Breaks a text at blanks, at line ends, and inside a word only where the word alone is too wide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The widest a line may be; a line has at least one sign.</param>
    public static TextLines Lines(ReadOnlySpan<char> text, int width) => new(text, width);

    /// <summary>How many lines a text breaks into.</summary>
    public static int CountLines(ReadOnlySpan<char> text, int width)
    {
        var count = 0;
        foreach (var _ in Lines(text, width))
        {
            count++;
        }

        return count;
    }
}
