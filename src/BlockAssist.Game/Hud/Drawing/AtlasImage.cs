namespace BlockAssist.Game.Hud.Drawing;

/// <summary>A square picture that smaller ones are put into, shelf by shelf, a pixel apart.</summary>
internal sealed class AtlasImage
{
    /// <summary>How many pixels it has along each edge.</summary>
    public const int Edge = 256;

    private const int Gap = 1;

    private readonly byte[] _rgba = new byte[4 * Edge * Edge];
    private int _x;
    private int _y;
    private int _shelf;

    /// <summary>Red, green, blue, alpha, a byte each, the top row first.</summary>
    public ReadOnlySpan<byte> Rgba => _rgba;

    /// <summary>Puts a picture in.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="rgba">As <see cref="Rgba"/>.</param>
    /// <exception cref="InvalidOperationException">There is no room left.</exception>
    public AtlasRegion Add(int width, int height, ReadOnlySpan<byte> rgba)
    {
        var region = Reserve(width, height);
        for (var row = 0; row < height; row++)
        {
            rgba.Slice(4 * row * width, 4 * width).CopyTo(_rgba.AsSpan(4 * (((region.Y + row) * Edge) + region.X)));
        }

        return region;
    }

    private AtlasRegion Reserve(int width, int height)
    {
        if (_x + width > Edge)
        {
            (_x, _y, _shelf) = (0, _y + _shelf, 0);
        }

        if (_y + height > Edge)
        {
            throw new InvalidOperationException($"a picture of {width} by {height} pixels does not fit into the atlas");
        }

        var region = new AtlasRegion(_x, _y, width, height);
        _x += width + Gap;
        _shelf = Math.Max(_shelf, height + Gap);
        return region;
    }
}
