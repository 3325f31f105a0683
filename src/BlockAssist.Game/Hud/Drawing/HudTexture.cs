using Silk.NET.OpenGL;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>The atlas on the graphics card.</summary>
internal sealed class HudTexture : IDisposable
{
    private readonly GL _gl;
    private readonly uint _texture;

    /// <summary>Hands it over.</summary>
    public unsafe HudTexture(GL gl, HudAtlas atlas)
    {
        _gl = gl;
        _texture = gl.GenTexture();
        Bind();
        fixed (byte* first = atlas.Rgba)
        {
            gl.TexImage2D(
                TextureTarget.Texture2D, 0, InternalFormat.Rgba8, AtlasImage.Edge, AtlasImage.Edge, 0, PixelFormat.Rgba, PixelType.UnsignedByte, first);
        }

        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
    }

    /// <summary>Makes it the one that shaders see.</summary>
    public void Bind()
    {
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteTexture(_texture);
}
