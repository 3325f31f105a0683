using BlockAssist.Game.Meshing;
using BlockAssist.Game.Painting;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>The pictures of all faces, on the graphics card: an array with smaller copies for the distance.</summary>
internal sealed class BlockTextures : IDisposable
{
    private readonly GL _gl;
    private readonly uint _texture;

    /// <summary>Paints them.</summary>
    public unsafe BlockTextures(GL gl)
    {
        _gl = gl;
        _texture = gl.GenTexture();
        Bind();
        var pixels = new byte[4 * LandPaint.Edge * LandPaint.Edge * TextureLayers.Count];
        for (var layer = 0; layer < TextureLayers.Count; layer++)
        {
            var length = pixels.Length / TextureLayers.Count;
            LandPaint.Paint((TextureLayer)layer, pixels.AsSpan(layer * length, length));
        }

        fixed (byte* first = pixels)
        {
            gl.TexImage3D(
                TextureTarget.Texture2DArray, 0, InternalFormat.Rgba8, LandPaint.Edge, LandPaint.Edge, TextureLayers.Count, 0, PixelFormat.Rgba, PixelType.UnsignedByte, first);
        }

        gl.GenerateMipmap(TextureTarget.Texture2DArray);
        Set(TextureParameterName.TextureMinFilter, (int)TextureMinFilter.NearestMipmapNearest);
        Set(TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
        Set(TextureParameterName.TextureMaxLevel, 4);
    }

    /// <summary>Makes them those that shaders see.</summary>
    public void Bind()
    {
        _gl.ActiveTexture(TextureUnit.Texture0);
        _gl.BindTexture(TextureTarget.Texture2DArray, _texture);
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteTexture(_texture);

    private void Set(TextureParameterName parameter, int value) => _gl.TexParameter(TextureTarget.Texture2DArray, parameter, value);
}
