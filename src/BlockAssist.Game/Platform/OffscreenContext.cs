using BlockAssist.Game.Platform.Native;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>OpenGL 3.3 core without a display, drawing into memory: for pictures, films and tests.</summary>
/// <remarks>By EGL on Linux. Several may be open at once, each on a thread of its own.</remarks>
public sealed class OffscreenContext : IGlContext
{
    private readonly EglSurfaceless _egl;
    private bool _closed;

    private OffscreenContext(EglSurfaceless egl, int width, int height)
    {
        _egl = egl;
        Gl = GL.GetApi(Egl.GetProcAddress);
        GlRequirement.Check(Gl);
        Target = new OffscreenTarget(Gl, width, height);
    }

    /// <inheritdoc/>
    public GL Gl { get; }

    /// <summary>What is drawn on; it may be resized.</summary>
    public OffscreenTarget Target { get; }

    /// <inheritdoc/>
    public uint Framebuffer => Target.Framebuffer;

    /// <inheritdoc/>
    public (int Width, int Height) Size => Target.Size;

    /// <summary>Makes a context that is current on this thread until it is disposed of, on the same thread.</summary>
    /// <param name="width">Of the picture, in pixels, at least 1.</param>
    /// <param name="height">Of the picture, in pixels, at least 1.</param>
    /// <exception cref="PlatformException">EGL is missing, or cannot do without a display, or has no OpenGL 3.3; the message says which.</exception>
    public static OffscreenContext Open(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        GlibcMemory.KeepFreed();
        var egl = new EglSurfaceless();
        try
        {
            return new OffscreenContext(egl, width, height);
        }
        catch (PlatformException)
        {
            egl.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void ReadPixels(Span<byte> rgba) => Target.ReadPixels(rgba);

    /// <inheritdoc/>
    public void Present() => Gl.Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            Target.Dispose();
            Gl.Dispose();
            _egl.Dispose();
        }
    }
}
