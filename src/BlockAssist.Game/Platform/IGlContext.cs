using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>OpenGL 3.3 core and something to draw on: a window, or memory. A renderer needs no more and cannot tell which.</summary>
/// <remarks>Belongs to the thread that made it, on which its context is current.</remarks>
public interface IGlContext : IDisposable
{
    /// <summary>OpenGL.</summary>
    GL Gl { get; }

    /// <summary>The frame buffer object that the picture goes to: 0 in a window, never 0 in memory. It is bound when the context is made.</summary>
    uint Framebuffer { get; }

    /// <summary>The size of the picture in pixels. Of a minimized window it may be 0 by 0.</summary>
    (int Width, int Height) Size { get; }

    /// <summary>Copies the picture drawn since the last <see cref="Present"/>: red, green, blue, alpha, a byte each, the top row first.</summary>
    /// <param name="rgba">Exactly 4 bytes a pixel.</param>
    void ReadPixels(Span<byte> rgba);

    /// <summary>The picture is done: shows it, or at least waits until it is drawn.</summary>
    void Present();
}
