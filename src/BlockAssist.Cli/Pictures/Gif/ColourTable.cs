using System.Numerics;
using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Pictures.Gif;

/// <summary>The few colours of a film, chosen so that most of its pixels are near one of them.</summary>
/// <remarks>
/// By Paul Heckbert's median cut ("Color Image Quantization for Frame Buffer Display", 1982), with boxes cut at the mean of
/// their widest channel. Channels are looked at with five bits: finer differences go into the dither anyway.
/// </remarks>
internal sealed class ColourTable
{
    private const int Bits = 5;
    private const int Cells = 1 << (3 * Bits);

    private readonly byte[] _nearest = new byte[Cells];

    private ColourTable(Rgba[] colours)
    {
        Colours = colours;
        for (var cell = 0; cell < Cells; cell++)
        {
            _nearest[cell] = NearestTo(MiddleOf(cell));
        }
    }

    /// <summary>The colours.</summary>
    public IReadOnlyList<Rgba> Colours { get; }

    /// <summary>Chooses colours.</summary>
    /// <param name="pixels">The pixels of the film, or enough of them: red, green, blue, alpha, a byte each.</param>
    /// <param name="most">How many colours there may be, at most 256.</param>
    public static ColourTable Of(IEnumerable<byte[]> pixels, int most)
    {
        var counts = new int[Cells];
        foreach (var picture in pixels)
        {
            for (var at = 0; at < picture.Length; at += 4)
            {
                counts[CellOf(picture[at], picture[at + 1], picture[at + 2])]++;
            }
        }

        var boxes = new List<ColourBox> { new(counts, [.. Enumerable.Range(0, Cells).Where(cell => counts[cell] > 0)]) };
        while (boxes.Count < most && boxes.MaxBy(box => box.Weight) is { Weight: > 0 } widest)
        {
            boxes.Remove(widest);
            boxes.AddRange(widest.Cut());
        }

        return new ColourTable([.. boxes.Select(box => box.Mean)]);
    }

    /// <summary>The number of the colour that is nearest.</summary>
    public byte Nearest(int r, int g, int b) => _nearest[CellOf(Math.Clamp(r, 0, 255), Math.Clamp(g, 0, 255), Math.Clamp(b, 0, 255))];

    /// <summary>The middle of a cell of colours.</summary>
    internal static Vector3 MiddleOf(int cell) => new(Middle(cell >> (2 * Bits)), Middle(cell >> Bits), Middle(cell));

    private static int CellOf(int r, int g, int b) => (r >> (8 - Bits) << (2 * Bits)) | (g >> (8 - Bits) << Bits) | (b >> (8 - Bits));

    private static float Middle(int channel) => ((channel & ((1 << Bits) - 1)) << (8 - Bits)) + (1 << (7 - Bits));

    // Eyes see green best and blue worst.
    private byte NearestTo(Vector3 colour)
    {
        var (best, least) = (0, float.PositiveInfinity);
        for (var index = 0; index < Colours.Count; index++)
        {
            var way = (new Vector3(Colours[index].R, Colours[index].G, Colours[index].B) - colour) * new Vector3(0.55f, 0.77f, 0.34f);
            if (way.LengthSquared() < least)
            {
                (best, least) = (index, way.LengthSquared());
            }
        }

        return (byte)best;
    }
}
