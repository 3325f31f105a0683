namespace BlockAssist.Game.Hud;

/// <summary>What there is to draw on: its size in HUD pixels, and how large those and the text are.</summary>
/// <param name="Width">In HUD pixels.</param>
/// <param name="Height">In HUD pixels.</param>
/// <param name="Scale">How many pixels of the screen a HUD pixel is wide.</param>
/// <param name="TextUnit">How many HUD pixels a pixel of the font is wide; times <paramref name="Scale"/> it is whole.</param>
public readonly record struct HudArea(float Width, float Height, int Scale, float TextUnit)
{
    /// <summary>The fewest HUD pixels that a HUD fits in, from left to right.</summary>
    public const int LeastWidth = 320;

    /// <summary>The fewest HUD pixels that a HUD fits in, from top to bottom.</summary>
    public const int LeastHeight = 180;

    /// <summary>The largest scale that can be asked for.</summary>
    public const int MostScale = 4;

    /// <summary>All of it.</summary>
    public HudRect Bounds => new(0, 0, Width, Height);

    /// <summary>For a window.</summary>
    /// <param name="window">Its size in pixels.</param>
    /// <param name="scale">The scale asked for, 1 to 4; smaller where the HUD would not fit.</param>
    /// <param name="textSize">How much larger than usual text is asked for, 1 to 2; smaller where the HUD would not fit.</param>
    public static HudArea For((int Width, int Height) window, int scale, float textSize = 1)
    {
        var room = Math.Min(window.Width / LeastWidth, window.Height / LeastHeight);
        var actual = Math.Max(1, Math.Min(Math.Clamp(scale, 1, MostScale), room));
        var (width, height) = (window.Width / (float)actual, window.Height / (float)actual);
        var most = Math.Min(width / LeastWidth, height / LeastHeight);
        var unit = MathF.Floor(Math.Clamp(Math.Min(textSize, most), 1, 2) * actual) / actual;
        return new HudArea(width, height, actual, unit);
    }

    /// <summary>The largest scale that leaves the usual room: what to begin with.</summary>
    public static int UsualScale((int Width, int Height) window) =>
        Math.Clamp(Math.Min(window.Width / 480, window.Height / 270), 1, MostScale);

    /// <summary>How wide a font's pixel is in text of some size, in HUD pixels; a whole number of the screen's.</summary>
    /// <param name="size">1 is usual, 2 twice as large.</param>
    public float UnitOf(float size) => Math.Max(1, MathF.Round(TextUnit * size * Scale)) / Scale;
}
