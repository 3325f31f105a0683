namespace BlockAssist.Game.Pictures;

/// <summary>A rectangle of pixels, row by row from the top left.</summary>
public sealed class Canvas
{
    private readonly Rgba[] _pixels;

    /// <summary>A canvas of one colour.</summary>
    public Canvas(int width, int height, Rgba background)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        Width = width;
        Height = height;
        _pixels = new Rgba[width * height];
        Array.Fill(_pixels, background);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <summary>All pixels, row by row.</summary>
    public Span<Rgba> Pixels => _pixels;

    /// <summary>The pixel at a place inside the canvas.</summary>
    public ref Rgba this[int x, int y] => ref _pixels[(y * Width) + x];

    /// <summary>Sets a pixel; one outside the canvas is left out.</summary>
    public void Plot(int x, int y, Rgba colour)
    {
        if ((uint)x < (uint)Width && (uint)y < (uint)Height)
        {
            this[x, y] = colour;
        }
    }

    /// <summary>Copies another canvas onto this one; what does not fit is cut off.</summary>
    public void Draw(Canvas other, int left, int top)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var y = 0; y < other.Height; y++)
        {
            for (var x = 0; x < other.Width; x++)
            {
                Plot(left + x, top + y, other[x, y]);
            }
        }
    }

    /// <summary>Rounds every channel to multiples of <paramref name="step"/>: hardly to be seen, and a PNG half as large.</summary>
    public void Posterise(int step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        foreach (ref var pixel in Pixels)
        {
            pixel = new Rgba(Rounded(pixel.R), Rounded(pixel.G), Rounded(pixel.B), pixel.A);
        }

        byte Rounded(byte channel) => (byte)Math.Min(255, (channel + (step / 2)) / step * step);
    }
}
