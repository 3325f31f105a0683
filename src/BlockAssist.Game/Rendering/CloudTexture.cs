using BlockAssist.Game.World;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Where clouds are: a picture of chance that repeats without a seam.</summary>
internal sealed class CloudTexture : IDisposable
{
    private const int Edge = 64;
    private const uint Seed = 77;

    private readonly GL _gl;
    private readonly uint _texture;

    /// <summary>Draws it.</summary>
    public unsafe CloudTexture(GL gl)
    {
        _gl = gl;
        _texture = gl.GenTexture();
        Bind();
        var cover = new byte[Edge * Edge];
        for (var cell = 0; cell < cover.Length; cell++)
        {
            cover[cell] = (byte)(CoverAt(cell % Edge, cell / Edge) > 0.56f ? 255 : 0);
        }

        fixed (byte* first = cover)
        {
            gl.TexImage2D(TextureTarget.Texture2D, 0, InternalFormat.R8, Edge, Edge, 0, PixelFormat.Red, PixelType.UnsignedByte, first);
        }

        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMinFilter, (int)TextureMinFilter.Nearest);
        gl.TexParameter(TextureTarget.Texture2D, TextureParameterName.TextureMagFilter, (int)TextureMagFilter.Nearest);
    }

    /// <summary>Makes it the second that shaders see.</summary>
    public void Bind()
    {
        _gl.ActiveTexture(TextureUnit.Texture1);
        _gl.BindTexture(TextureTarget.Texture2D, _texture);
    }

    /// <inheritdoc/>
    public void Dispose() => _gl.DeleteTexture(_texture);

    // Four pictures of one chance, each a period away, blended so that the edges meet.
    private static float CoverAt(int x, int z)
    {
        var (u, v) = (x / (float)Edge, z / (float)Edge);
        return (At(x, z) * (1 - u) * (1 - v)) + (At(x - Edge, z) * u * (1 - v)) + (At(x, z - Edge) * (1 - u) * v) + (At(x - Edge, z - Edge) * u * v);

        static float At(int x, int z) => (0.7f * Noise.At(x / 7f, z / 7f, Seed)) + (0.3f * Noise.At(x / 3f, z / 3f, Seed + 1));
    }
}
