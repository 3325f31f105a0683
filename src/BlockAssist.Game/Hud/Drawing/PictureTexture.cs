using System.Runtime.InteropServices;
using BlockAssist.Game.Pictures;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>A picture on the graphics card, to be shown on screens.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
public sealed class PictureTexture : IDisposable
{
    private readonly GL _gl;
    private readonly uint _texture;

    /// <summary>Hands a picture over.</summary>
    public unsafe PictureTexture(GL gl, Canvas picture)
    {
        ArgumentNullException.ThrowIfNull(gl);
        ArgumentNullException.ThrowIfNull(picture);
        (_gl, Width, Height) = (gl, picture.Width, picture.Height);
        _texture = gl.GenTexture();
        Bind();
        fixed (byte* first = MemoryMarshal.AsBytes(picture.Pixels))
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.Rgba8, (uint)Width, (uint)Height, 0, PixelFormat.Rgba, PixelType.UnsignedByte, first);
        }

        gl.GenerateMipmap(TextureTarget.Texture2D);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.LinearMipmapLinear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Linear);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapS, (int)TextureWrapMode.ClampToEdge);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureWrapT, (int)TextureWrapMode.ClampToEdge);
    }

    /// <summary>Pixels from left to right.</summary>
    public int Width { get; }

    /// <summary>Pixels from top to bottom.</summary>
    public int Height { get; }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteTexture(_texture);

    /// <summary>Makes it the one that shaders see.</summary>
    internal void Bind()
    {
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
    }
}
