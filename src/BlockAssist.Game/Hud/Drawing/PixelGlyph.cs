namespace BlockAssist.Game.Hud.Drawing;

/// <summary>A sign of the font: <see cref="PixelFont.Height"/> lines of pixels, the upper two for the accents of capitals.</summary>
/// <param name="Sign">Which sign.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Rows">A line of pixels each, the leftmost in the lowest bit.</param>
internal sealed record PixelGlyph(char Sign, int Width, IReadOnlyList<byte> Rows)
{
    /// <summary>Whether a pixel is set.</summary>
    public bool IsSet(int x, int y) => ((Rows[y] >> x) & 1) != 0;
}
