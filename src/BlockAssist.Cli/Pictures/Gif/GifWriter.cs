namespace BlockAssist.Cli.Pictures.Gif;

/// <summary>Writes a film as an animated GIF that starts again when it is over.</summary>
/// <remarks>
/// All pictures share one table of colours. Dither is by a fixed pattern, so that what does not move does not flicker; and of
/// each picture only what changed is written, in the box around it, the rest of the box transparent.
/// </remarks>
internal sealed class GifWriter
{
    /// <summary>How many colours a film may have: one number stands for what has not changed.</summary>
    public const int MostColours = 255;

    private const byte Unchanged = 255;

    // How far the dither goes up and down: about the distance between neighbours in a table of 255.
    private const int Dither = 14;

    // A pixel this near to what is shown stays: the square of a distance between colours. It makes films a third smaller.
    private const int Near = 300;

    // Bayer's pattern of the order 8, one row after the other, in the numbers 0 to 63.
    private static readonly int[] Pattern = [.. Enumerable.Range(0, 64).Select(at => BayerAt(at % 8, at / 8))];

    private readonly Stream _stream;
    private readonly ColourTable _table;
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _shown;
    private readonly byte[] _next;
    private double _due;
    private int _told;
    private bool _isFirst = true;

    /// <summary>Begins a film.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="size">Of the pictures, in pixels.</param>
    /// <param name="table">Their colours, at most <see cref="MostColours"/>.</param>
    public GifWriter(Stream stream, (int Width, int Height) size, ColourTable table)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(table.Colours.Count, MostColours, nameof(table));
        (_stream, _table, (_width, _height)) = (stream, table, size);
        (_shown, _next) = (new byte[_width * _height], new byte[_width * _height]);
        WriteHeader();
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="rgba">Its pixels: red, green, blue, alpha, a byte each, the top row first.</param>
    /// <param name="seconds">How long it is shown; hundredths are kept, and what is lost of one goes to the next.</param>
    public void Add(ReadOnlySpan<byte> rgba, double seconds)
    {
        Quantize(rgba);
        var box = _isFirst ? (Left: 0, Top: 0, Right: _width, Bottom: _height) : ChangedBox();
        _due += 100 * seconds;
        WritePicture(box, (int)Math.Round(_due) - _told);
        _told = (int)Math.Round(_due);
        _next.CopyTo(_shown, 0);
        _isFirst = false;
    }

    /// <summary>Ends the film.</summary>
    public void Finish() => _stream.WriteByte(0x3B);

    private static int BayerAt(int x, int y)
    {
        var result = 0;
        for (var bit = 0; bit < 3; bit++)
        {
            var (a, b) = ((x >> bit) & 1, (y >> bit) & 1);
            result |= (((a ^ b) << 1) | b) << (2 * (2 - bit));
        }

        return result;
    }

    private void Quantize(ReadOnlySpan<byte> rgba)
    {
        for (var y = 0; y < _height; y++)
        {
            for (var x = 0; x < _width; x++)
            {
                var (pixel, at) = ((y * _width) + x, 4 * ((y * _width) + x));
                var (r, g, b) = (rgba[at], rgba[at + 1], rgba[at + 2]);
                var lift = (Pattern[((y & 7) * 8) + (x & 7)] - 32) * Dither / 64;
                _next[pixel] = IsShown(pixel, r, g, b) ? _shown[pixel] : _table.Nearest(r + lift, g + lift, b + lift);
            }
        }
    }

    private bool IsShown(int pixel, int r, int g, int b)
    {
        if (_isFirst)
        {
            return false;
        }

        var shown = _table.Colours[_shown[pixel]];
        var (dr, dg, db) = (r - shown.R, g - shown.G, b - shown.B);
        return (dr * dr) + (dg * dg) + (db * db) < Near;
    }

    private (int Left, int Top, int Right, int Bottom) ChangedBox()
    {
        var (left, top, right, bottom) = (_width, _height, 0, 0);
        for (var pixel = 0; pixel < _next.Length; pixel++)
        {
            if (_next[pixel] != _shown[pixel])
            {
                var (x, y) = (pixel % _width, pixel / _width);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        return right == 0 ? (0, 0, 1, 1) : (left, top, right, bottom);
    }

    private void WriteHeader()
    {
        _stream.Write("GIF89a"u8);
        WriteNumbers(_width, _height);
        // A table of 256 colours follows; nothing is in the background.
        _stream.Write([0xF7, 0, 0]);
        for (var colour = 0; colour < 256; colour++)
        {
            var (r, g, b, _) = colour < _table.Colours.Count ? _table.Colours[colour] : default;
            _stream.Write([r, g, b]);
        }

        // Again and again.
        _stream.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
    }

    private void WritePicture((int Left, int Top, int Right, int Bottom) box, int hundredths)
    {
        // What is there stays, and one number is transparent.
        _stream.Write([0x21, 0xF9, 4, 0x05]);
        WriteNumbers(Math.Min(hundredths, ushort.MaxValue));
        _stream.Write([Unchanged, 0, 0x2C]);
        WriteNumbers(box.Left, box.Top, box.Right - box.Left, box.Bottom - box.Top);
        _stream.WriteByte(0);
        var pixels = new byte[(box.Right - box.Left) * (box.Bottom - box.Top)];
        for (var (y, to) = (box.Top, 0); y < box.Bottom; y++)
        {
            for (var x = box.Left; x < box.Right; x++)
            {
                var pixel = (y * _width) + x;
                pixels[to++] = !_isFirst && _next[pixel] == _shown[pixel] ? Unchanged : _next[pixel];
            }
        }

        new LzwEncoder(_stream).Write(pixels);
    }

    private void WriteNumbers(params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            _stream.Write([(byte)number, (byte)(number >> 8)]);
        }
    }
}
