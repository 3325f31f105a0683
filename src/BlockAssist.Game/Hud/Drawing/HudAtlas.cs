using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>All pictures of the HUD in one: a white spot, the font, the blocks. Drawn once, and needs no OpenGL.</summary>
public sealed class HudAtlas
{
    private readonly AtlasImage _image = new();
    private readonly AtlasRegion[] _glyphs;
    private readonly List<AtlasRegion>[] _icons = [.. Enumerable.Range(0, (int)Block.Wool + 1).Select(_ => new List<AtlasRegion>())];

    /// <summary>Draws it.</summary>
    public HudAtlas()
    {
        Span<byte> white = stackalloc byte[4 * 4 * 4];
        white.Fill(255);
        var spot = _image.Add(4, 4, white);
        White = new AtlasRegion(spot.X + 1, spot.Y + 1, 2, 2);
        _glyphs = [.. PixelFont.Glyphs.Select(AddGlyph)];
        foreach (var edge in BlockIcons.Edges)
        {
            for (var block = Block.Bedrock; block <= Block.Wool; block++)
            {
                _icons[(int)block].Add(_image.Add(edge, edge, BlockIcons.Draw(block, edge)));
            }
        }
    }

    /// <summary>Where all is white.</summary>
    internal AtlasRegion White { get; }

    /// <summary>Red, green, blue, alpha, a byte each, the top row first.</summary>
    internal ReadOnlySpan<byte> Rgba => _image.Rgba;

    /// <summary>A sign's picture: as wide as the sign, <see cref="PixelFont.Height"/> high.</summary>
    internal AtlasRegion GlyphOf(char sign) => _glyphs[PixelFont.PlaceOf(sign)];

    /// <summary>A block's picture, the one that looks best at a size.</summary>
    /// <param name="block">Any but air.</param>
    /// <param name="pixels">Along each edge on the screen.</param>
    internal AtlasRegion IconOf(Block block, float pixels)
    {
        // The largest that is magnified a whole number of times; failing that, one that is made smaller so.
        var icons = _icons[(int)block];
        for (var index = icons.Count - 1; index >= 0; index--)
        {
            if (pixels % icons[index].Width == 0)
            {
                return icons[index];
            }
        }

        foreach (var icon in icons)
        {
            if (icon.Width % pixels == 0)
            {
                return icon;
            }
        }

        return icons[^1];
    }

    private AtlasRegion AddGlyph(PixelGlyph glyph)
    {
        var rgba = new byte[4 * glyph.Width * PixelFont.Height];
        for (var pixel = 0; pixel < glyph.Width * PixelFont.Height; pixel++)
        {
            // White also where nothing is set, so that no edge turns dark.
            rgba.AsSpan(4 * pixel, 3).Fill(255);
            rgba[(4 * pixel) + 3] = (byte)(glyph.IsSet(pixel % glyph.Width, pixel / glyph.Width) ? 255 : 0);
        }

        return _image.Add(glyph.Width, PixelFont.Height, rgba);
    }
}
