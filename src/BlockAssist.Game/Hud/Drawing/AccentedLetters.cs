namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Makes the letters with accents out of letters and accents.</summary>
internal static class AccentedLetters
{
    // Which letter, on which, with which of the marks below.
    private const string Recipes =
        "ÀA` ÁA´ ÂA^ ÃA~ ÄA¨ ÅA° ÇC¸ ÈE` ÉE´ ÊE^ ËE¨ ÌI` ÍI´ ÎI^ ÏI¨ ÑN~ ÒO` ÓO´ ÔO^ ÕO~ ÖO¨ ÙU` ÚU´ ÛU^ ÜU¨ ÝY´ " +
        "àa` áa´ âa^ ãa~ äa¨ åa° çc¸ èe` ée´ êe^ ëe¨ ìı` íı´ îı^ ïı¨ ñn~ òo` óo´ ôo^ õo~ öo¨ ùu` úu´ ûu^ üu¨ ýy´ ÿy¨";

    private const int AboveCapital = 0;
    private const int AboveSmall = 1;
    private const int Below = 9;

    /// <summary>All that can be made.</summary>
    /// <param name="letterOf">The letter without an accent.</param>
    public static IEnumerable<PixelGlyph> Make(Func<char, PixelGlyph> letterOf) =>
        Recipes.Split(' ').Select(recipe => Make(recipe[0], letterOf(recipe[1]), recipe[2]));

    private static PixelGlyph Make(char sign, PixelGlyph letter, char accent)
    {
        var (upper, lower, width) = MarkOf(accent);
        var first = accent == '¸' ? Below : char.IsUpper(sign) ? AboveCapital : AboveSmall;
        var glyphWidth = Math.Max(letter.Width, width);
        var rows = letter.Rows.Select(row => (byte)(row << ((glyphWidth - letter.Width) / 2))).ToArray();
        var shift = (glyphWidth - width) / 2;
        rows[first] |= (byte)(upper << shift);
        rows[first + 1] |= (byte)(lower << shift);
        return new PixelGlyph(sign, glyphWidth, rows);
    }

    private static (int Upper, int Lower, int Width) MarkOf(char accent) => accent switch
    {
        '`' => (0b001, 0b010, 3),
        '´' => (0b100, 0b010, 3),
        '^' => (0b010, 0b101, 3),
        '~' => (0b1010, 0b0101, 4),
        '¨' => (0b101, 0b000, 3),
        '°' => (0b11, 0b11, 2),
        _ => (0b010, 0b001, 3),
    };
}
