namespace BlockAssist.Game.Hud.Drawing;

/// <summary>The game's own font: proportional, drawn in pixels, crisp at whole scales.</summary>
/// <remarks>Capitals are seven pixels high, accents on capitals stand two above, tails hang two below. All sizes are in the font's pixels.</remarks>
public static class PixelFont
{
    /// <summary>From the top of an accent on a capital to the end of a tail.</summary>
    public const int Height = 11;

    /// <summary>The height of a capital without accent.</summary>
    public const int CapHeight = 7;

    /// <summary>How far above a capital's top a glyph's picture begins.</summary>
    public const int Above = 2;

    /// <summary>From one line of text to the next.</summary>
    public const int LineHeight = 11;

    /// <summary>How wide a blank is, with the gap after it.</summary>
    public const int Blank = 4;

    private const int Unknown = 0;
    private const int Signs = 0x2800;

    private static readonly PixelGlyph[] Drawn = [.. Read()];
    private static readonly byte[] Places = PlacesOf(Drawn);

    /// <summary>All glyphs; the first stands for what is not drawn.</summary>
    internal static IReadOnlyList<PixelGlyph> Glyphs => Drawn;

    /// <summary>Whether there is a glyph for a sign.</summary>
    public static bool Has(char sign) => IsBlank(sign) || PlaceOf(sign) != Unknown;

    /// <summary>How far a sign moves the next one to the right.</summary>
    public static int AdvanceOf(char sign) => IsBlank(sign) ? Blank : char.IsLowSurrogate(sign) || char.IsControl(sign) ? 0 : Drawn[PlaceOf(sign)].Width + 1;

    /// <summary>Whether nothing is drawn for a sign.</summary>
    internal static bool IsBlank(char sign) => sign is ' ' or '\u00A0';

    /// <summary>Where in <see cref="Glyphs"/> a sign is.</summary>
    internal static int PlaceOf(char sign) => sign < Signs ? Places[sign] : Unknown;

    private static IEnumerable<PixelGlyph> Read()
    {
        const byte Full = 0b11111;
        const byte Sides = 0b10001;
        yield return new PixelGlyph('\uFFFD', 5, [0, 0, Full, Sides, Sides, Sides, Sides, Sides, Full, 0, 0]);
        var drawn = new Dictionary<char, PixelGlyph>();
        foreach (var band in GlyphShapes.Bands.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var lines = band.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
            for (var column = 0; column < lines[0].Length; column++)
            {
                var rows = lines.Skip(1).Select(line => BitsOf(line[column])).Prepend((byte)0).Prepend((byte)0);
                var glyph = new PixelGlyph(lines[0][column][0], lines[1][column].Length, [.. rows]);
                drawn.Add(glyph.Sign, glyph);
                yield return glyph;
            }
        }

        foreach (var glyph in AccentedLetters.Make(letter => drawn[letter]))
        {
            yield return glyph;
        }
    }

    private static byte BitsOf(string pixels)
    {
        var bits = 0;
        for (var x = 0; x < pixels.Length; x++)
        {
            bits |= pixels[x] == '#' ? 1 << x : 0;
        }

        return (byte)bits;
    }

    private static byte[] PlacesOf(PixelGlyph[] glyphs)
    {
        var places = new byte[Signs];
        for (var place = 1; place < glyphs.Length; place++)
        {
            places[glyphs[place].Sign] = (byte)place;
        }

        return places;
    }
}
