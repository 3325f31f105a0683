using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Pictures;

/// <summary>Letters for labels, five pixels wide and seven high: capitals, digits and some signs.</summary>
/// <remarks>Small letters are drawn as capitals, signs it does not have as a question mark.</remarks>
internal static class PixelFont
{
    /// <summary>From the top of a letter to its bottom, in pixels.</summary>
    public const int Height = 7;

    private const int LetterWidth = 5;
    private const int Advance = LetterWidth + 1;

    // Seven rows of a letter, top to bottom.
    private static readonly Dictionary<char, string> Glyphs = new()
    {
        ['A'] = ".###. #...# #...# ##### #...# #...# #...#",
        ['B'] = "####. #...# #...# ####. #...# #...# ####.",
        ['C'] = ".###. #...# #.... #.... #.... #...# .###.",
        ['D'] = "####. #...# #...# #...# #...# #...# ####.",
        ['E'] = "##### #.... #.... ###.. #.... #.... #####",
        ['F'] = "##### #.... #.... ###.. #.... #.... #....",
        ['G'] = ".###. #...# #.... #.### #...# #...# .###.",
        ['H'] = "#...# #...# #...# ##### #...# #...# #...#",
        ['I'] = ".###. ..#.. ..#.. ..#.. ..#.. ..#.. .###.",
        ['J'] = "...## ....# ....# ....# ....# #...# .###.",
        ['K'] = "#...# #..#. #.#.. ##... #.#.. #..#. #...#",
        ['L'] = "#.... #.... #.... #.... #.... #.... #####",
        ['M'] = "#...# ##.## #.#.# #.#.# #...# #...# #...#",
        ['N'] = "#...# ##..# #.#.# #..## #...# #...# #...#",
        ['O'] = ".###. #...# #...# #...# #...# #...# .###.",
        ['P'] = "####. #...# #...# ####. #.... #.... #....",
        ['Q'] = ".###. #...# #...# #...# #.#.# #..#. .##.#",
        ['R'] = "####. #...# #...# ####. #.#.. #..#. #...#",
        ['S'] = ".#### #.... #.... .###. ....# ....# ####.",
        ['T'] = "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
        ['U'] = "#...# #...# #...# #...# #...# #...# .###.",
        ['V'] = "#...# #...# #...# #...# #...# .#.#. ..#..",
        ['W'] = "#...# #...# #...# #.#.# #.#.# ##.## #...#",
        ['X'] = "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
        ['Y'] = "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..",
        ['Z'] = "##### ....# ...#. ..#.. .#... #.... #####",
        ['0'] = ".###. #...# #..## #.#.# ##..# #...# .###.",
        ['1'] = "..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.",
        ['2'] = ".###. #...# ....# ..##. .#... #.... #####",
        ['3'] = "####. ....# ....# .###. ....# ....# ####.",
        ['4'] = "#..#. #..#. #..#. ##### ...#. ...#. ...#.",
        ['5'] = "##### #.... ####. ....# ....# #...# .###.",
        ['6'] = ".###. #.... #.... ####. #...# #...# .###.",
        ['7'] = "##### ....# ...#. ...#. ..#.. ..#.. ..#..",
        ['8'] = ".###. #...# #...# .###. #...# #...# .###.",
        ['9'] = ".###. #...# #...# .#### ....# ....# .###.",
        ['.'] = "..... ..... ..... ..... ..... .##.. .##..",
        [','] = "..... ..... ..... ..... .##.. ..#.. .#...",
        [':'] = "..... .##.. .##.. ..... .##.. .##.. .....",
        ['-'] = "..... ..... ..... .###. ..... ..... .....",
        ['+'] = "..... ..#.. ..#.. ##### ..#.. ..#.. .....",
        ['/'] = "....# ....# ...#. ..#.. .#... #.... #....",
        ['('] = "...#. ..#.. .#... .#... .#... ..#.. ...#.",
        [')'] = ".#... ..#.. ...#. ...#. ...#. ..#.. .#...",
        ['%'] = "##..# ##.#. ...#. ..#.. .#... .#.## #..##",
        ['#'] = ".#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.",
        ['='] = "..... ..... ##### ..... ##### ..... .....",
        ['?'] = ".###. #...# ....# ..##. ..#.. ..... ..#..",
        ['!'] = "..#.. ..#.. ..#.. ..#.. ..#.. ..... ..#..",
        ['_'] = "..... ..... ..... ..... ..... ..... #####",
        ['×'] = "..... #...# .#.#. ..#.. .#.#. #...# .....",
    };

    /// <summary>How many pixels wide a text is.</summary>
    public static int WidthOf(string text) => Math.Max(0, (text.Length * Advance) - 1);

    /// <summary>The longest beginning of a text that is no wider than so many pixels.</summary>
    public static string Fit(string text, int width) => text[..Math.Min(text.Length, Math.Max(0, (width + 1) / Advance))];

    /// <summary>Draws a text; what lies outside the canvas is left out.</summary>
    public static void Draw(Canvas canvas, string text, (int Left, int Top) at, Rgba colour)
    {
        for (var i = 0; i < text.Length; i++)
        {
            DrawLetter(canvas, char.ToUpperInvariant(text[i]), (at.Left + (i * Advance), at.Top), colour);
        }
    }

    private static void DrawLetter(Canvas canvas, char letter, (int Left, int Top) at, Rgba colour)
    {
        if (letter == ' ')
        {
            return;
        }

        var glyph = Glyphs.GetValueOrDefault(letter, Glyphs['?']);
        for (var i = 0; i < glyph.Length; i++)
        {
            if (glyph[i] == '#')
            {
                var (row, column) = Math.DivRem(i, LetterWidth + 1);
                canvas.Plot(at.Left + column, at.Top + row, colour);
            }
        }
    }
}
