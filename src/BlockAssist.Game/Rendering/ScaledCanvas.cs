using BlockAssist.Game.Platform;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>What a scene is drawn on: the picture itself, or one with fewer pixels that is then stretched over it.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
internal sealed class ScaledCanvas(IGlContext context) : IDisposable
{
    private OffscreenTarget? _small;
    private ShaderProgram? _stretch;
    private uint _nothing;

    /// <summary>Begins a scene: what is drawn from now on is the scene's.</summary>
    /// <param name="scale">How many pixels it has along each edge for one of the picture's, up to 1.</param>
    public void Begin(float scale)
    {
        var (width, height) = context.Size;
        if (scale >= 1)
        {
            _small?.Dispose();
            _small = null;
            BindPicture();
            return;
        }

        Prepare();
        var size = (Width: Math.Max(1, (int)MathF.Round(width * scale)), Height: Math.Max(1, (int)MathF.Round(height * scale)));
        _small ??= new OffscreenTarget(context.Gl, size.Width, size.Height);
        if (_small.Size != size)
        {
            _small.Resize(size.Width, size.Height);
        }

        _small.Bind();
    }

    /// <summary>Ends the scene: it is in the picture now.</summary>
    public void End()
    {
        if (_small is null)
        {
            return;
        }

        // Without a graphics card this costs less than half of a blit that smooths.
        var gl = context.Gl;
        BindPicture();
        gl.Disable(EnableCap.DepthTest);
        gl.Disable(EnableCap.CullFace);
        gl.ActiveTexture(TextureUnit.Texture0);
        gl.BindTexture(TextureTarget.Texture2D, _small.Colour);
        _stretch!.Use();
        gl.BindVertexArray(_nothing);
        gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        gl.Enable(EnableCap.CullFace);
        gl.Enable(EnableCap.DepthTest);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _small?.Dispose();
        _stretch?.Dispose();
        context.Gl.DeleteVertexArray(_nothing);
    }

    private void Prepare()
    {
        if (_stretch is null)
        {
            (_stretch, _nothing) = (new ShaderProgram(context.Gl, "stretch"), context.Gl.GenVertexArray());
        }
    }

    private void BindPicture()
    {
        var (width, height) = context.Size;
        context.Gl.BindFramebuffer(FramebufferTarget.Framebuffer, context.Framebuffer);
        context.Gl.Viewport(0, 0, (uint)width, (uint)height);
    }
}
