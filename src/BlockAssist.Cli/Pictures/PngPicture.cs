using System.Runtime.InteropServices;
using BlockAssist.Game.Pictures;
using StbImageWriteSharp;

namespace BlockAssist.Cli.Pictures;

/// <summary>A canvas as a PNG, without a channel for transparency if none of it is transparent.</summary>
internal static class PngPicture
{
    /// <summary>Writes the pixels.</summary>
    public static void Write(Canvas canvas, Stream stream)
    {
        var pixels = canvas.Pixels.ToArray();
        if (Array.Exists(pixels, pixel => pixel.A != 255))
        {
            new ImageWriter().WritePng(MemoryMarshal.AsBytes(pixels.AsSpan()).ToArray(), canvas.Width, canvas.Height, ColorComponents.RedGreenBlueAlpha, stream);
            return;
        }

        byte[] opaque = [.. pixels.SelectMany(pixel => (byte[])[pixel.R, pixel.G, pixel.B])];
        new ImageWriter().WritePng(opaque, canvas.Width, canvas.Height, ColorComponents.RedGreenBlue, stream);
    }
}
