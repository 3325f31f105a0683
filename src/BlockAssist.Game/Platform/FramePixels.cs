using System.Buffers;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>Copies a picture out of a frame buffer.</summary>
internal static class FramePixels
{
    private const int BytesPerPixel = 4;

    /// <summary>Copies all pixels: red, green, blue, alpha, the top row first.</summary>
    /// <param name="gl">OpenGL. The frame buffer stays bound for reading.</param>
    /// <param name="framebuffer">The frame buffer.</param>
    /// <param name="size">Its size in pixels.</param>
    /// <param name="rgba">Exactly 4 bytes a pixel.</param>
    public static void Read(GL gl, uint framebuffer, (int Width, int Height) size, Span<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, size.Width * size.Height * BytesPerPixel, nameof(rgba));
        gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, framebuffer);
        gl.BindBuffer(BufferTargetARB.PixelPackBuffer, 0);
        gl.ReadPixels(0, 0, (uint)size.Width, (uint)size.Height, PixelFormat.Rgba, PixelType.UnsignedByte, rgba);
        TurnOver(rgba, size.Width * BytesPerPixel);
    }

    // OpenGL begins with the bottom row.
    private static void TurnOver(Span<byte> rows, int length)
    {
        var spare = ArrayPool<byte>.Shared.Rent(length);
        for (int top = 0, bottom = rows.Length - length; top < bottom; top += length, bottom -= length)
        {
            rows.Slice(top, length).CopyTo(spare);
            rows.Slice(bottom, length).CopyTo(rows[top..]);
            spare.AsSpan(0, length).CopyTo(rows[bottom..]);
        }

        ArrayPool<byte>.Shared.Return(spare);
    }
}
