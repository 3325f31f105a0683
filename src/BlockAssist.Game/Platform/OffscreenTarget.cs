using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>A frame buffer in memory: 8 bits each of red, green, blue and alpha, and 24 bits of depth.</summary>
public sealed class OffscreenTarget : IDisposable
{
    private readonly GL _gl;
    private readonly uint _depth;

    /// <summary>Makes the frame buffer and binds it.</summary>
    /// <param name="gl">OpenGL, current on this thread.</param>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <exception cref="PlatformException">The driver cannot make one of this size.</exception>
    public OffscreenTarget(GL gl, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(gl);
        _gl = gl;
        (Framebuffer, Colour, _depth) = (gl.GenFramebuffer(), gl.GenTexture(), gl.GenRenderbuffer());
        Bind();
        // A renderbuffer or texture is made by its first binding, so that it must come before the attachment.
        gl.BindTexture(TextureTarget.Texture2D, Colour);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
        gl.FramebufferTexture2D(FramebufferTarget.Framebuffer, FramebufferAttachment.ColorAttachment0, TextureTarget.Texture2D, Colour, 0);
        gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, _depth);
        gl.FramebufferRenderbuffer(FramebufferTarget.Framebuffer, FramebufferAttachment.DepthAttachment, RenderbufferTarget.Renderbuffer, _depth);
        Resize(width, height);
    }

    /// <summary>The frame buffer object's number.</summary>
    public uint Framebuffer { get; }

    /// <summary>The number of the texture that is its picture, which must not be drawn with while it is drawn on.</summary>
    public uint Colour { get; }

    /// <summary>Its size in pixels.</summary>
    public (int Width, int Height) Size { get; private set; }

    /// <summary>Makes it the one that is drawn on, all of it.</summary>
    public void Bind()
    {
        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, Framebuffer);
        _gl.Viewport(0, 0, (uint)Size.Width, (uint)Size.Height);
    }

    /// <summary>Gives it another size and binds it; what was drawn is lost.</summary>
    /// <param name="width">In pixels, at least 1.</param>
    /// <param name="height">In pixels, at least 1.</param>
    /// <exception cref="PlatformException">The driver cannot make one of this size.</exception>
    public void Resize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var largest = Math.Min(_gl.GetInteger(GetPName.MaxRenderbufferSize), _gl.GetInteger(GetPName.MaxTextureSize));
        if (Math.Max(width, height) > largest)
        {
            throw new PlatformException($"a picture of {width} by {height} pixels is too large; this graphics driver draws at most {largest} a side");
        }

        Store(width, height);
        Size = (width, height);
        Bind();
        if (_gl.CheckFramebufferStatus(FramebufferTarget.Framebuffer) is not GLEnum.FramebufferComplete and var status)
        {
            throw new PlatformException($"the graphics driver cannot make a picture of {width} by {height} pixels in memory ({status})");
        }
    }

    /// <summary>Copies the picture: red, green, blue, alpha, a byte each, the top row first.</summary>
    /// <param name="rgba">Exactly 4 bytes a pixel.</param>
    public void ReadPixels(Span<byte> rgba) => FramePixels.Read(_gl, Framebuffer, Size, rgba);

    /// <inheritdoc/>
    public void Dispose()
    {
        _gl.DeleteFramebuffer(Framebuffer);
        _gl.DeleteTexture(Colour);
        _gl.DeleteRenderbuffer(_depth);
    }

    private unsafe void Store(int width, int height)
    {
        _gl.BindTexture(TextureTarget.Texture2D, Colour);
        _gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)width, (uint)height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, null);
        _gl.BindRenderbuffer(RenderbufferTarget.Renderbuffer, _depth);
        _gl.RenderbufferStorage(RenderbufferTarget.Renderbuffer, InternalFormat.DepthComponent24, (uint)width, (uint)height);
    }
}
