using BlockAssist.Game.Platform;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>What a scene is drawn on: the picture itself, or one with fewer pixels that is then stretched over it.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
internal sealed class ScaledCanvas(IGlContext context) : IDisposable
{
    private OffscreenTarget? _small;

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

        var (gl, from, to) = (context.Gl, _small.Size, context.Size);
        gl.BindFramebuffer(FramebufferTarget.ReadFramebuffer, _small.Framebuffer);
        gl.BindFramebuffer(FramebufferTarget.DrawFramebuffer, context.Framebuffer);
        gl.BlitFramebuffer(0, 0, from.Width, from.Height, 0, 0, to.Width, to.Height, ClearBufferMask.ColorBufferBit, BlitFramebufferFilter.Linear);
        BindPicture();
    }

    /// <inheritdoc/>
    public void Dispose() => _small?.Dispose();

    private void BindPicture()
    {
        var (width, height) = context.Size;
        context.Gl.BindFramebuffer(FramebufferTarget.Framebuffer, context.Framebuffer);
        context.Gl.Viewport(0, 0, (uint)width, (uint)height);
    }
}
