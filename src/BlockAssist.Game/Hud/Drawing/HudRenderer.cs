using System.Numerics;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Draws what is in a <see cref="HudBatch"/> over the picture: one buffer, one shader, one draw call a clip.</summary>
public sealed class HudRenderer : IDisposable
{
    private const int Corners = 4;
    private const int Indices = 6;

    // All that the shared indices, two bytes each, can tell apart.
    private const int MostQuadsAtOnce = 65536 / Corners;

    private readonly IGlContext _context;
    private readonly GL _gl;
    private readonly ShaderProgram _program;
    private readonly FaceIndices _indices;
    private readonly HudTexture _texture;
    private readonly uint _array;
    private readonly uint _vertices;

    /// <summary>Prepares to draw.</summary>
    /// <param name="context">What is drawn on.</param>
    /// <param name="atlas">The pictures; the same as those of the batches.</param>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public HudRenderer(IGlContext context, HudAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(atlas);
        (_context, _gl) = (context, context.Gl);
        _program = new ShaderProgram(_gl, "hud");
        (_indices, _texture) = (new FaceIndices(_gl), new HudTexture(_gl, atlas));
        (_array, _vertices) = (_gl.GenVertexArray(), _gl.GenBuffer());
        Describe();
    }

    /// <summary>How many draw calls the last frame took.</summary>
    public int Calls { get; private set; }

    /// <summary>Draws a frame over what is there; nothing in a minimized window.</summary>
    public void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var (width, height) = _context.Size;
        if (width == 0 || height == 0)
        {
            return;
        }

        _gl.BindFramebuffer(FramebufferTarget.Framebuffer, _context.Framebuffer);
        _gl.Viewport(0, 0, (uint)width, (uint)height);
        Upload(batch.Quads.Vertices);
        SetUp(new Vector2(width, height));
        Calls = 0;
        for (var index = 0; index < batch.Quads.Runs; index++)
        {
            var (run, end) = batch.Quads.RunAt(index);
            Cut(run.Clip, batch.Area.Scale, height);
            Show(run.Picture);
            DrawQuads(run.FirstQuad, end);
        }

        TidyUp();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _program.Dispose();
        _indices.Dispose();
        _texture.Dispose();
        _gl.DeleteBuffer(_vertices);
        _gl.DeleteVertexArray(_array);
    }

    private unsafe void Describe()
    {
        _gl.BindVertexArray(_array);
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
        _gl.BindBuffer(BufferTargetARB.ElementArrayBuffer, _indices.Buffer);
        for (uint attribute = 0; attribute < 3; attribute++)
        {
            _gl.EnableVertexAttribArray(attribute);
        }

        _gl.VertexAttribPointer(0, 2, VertexAttribPointerType.Float, false, HudVertex.Size, null);
        _gl.VertexAttribPointer(1, 2, VertexAttribPointerType.UnsignedShort, false, HudVertex.Size, (void*)8);
        _gl.VertexAttribPointer(2, 4, VertexAttribPointerType.UnsignedByte, true, HudVertex.Size, (void*)12);
        _gl.BindVertexArray(0);
    }

    // A new store each frame: the driver need not wait until the last frame has been drawn.
    private unsafe void Upload(ReadOnlySpan<HudVertex> vertices)
    {
        _gl.BindBuffer(BufferTargetARB.ArrayBuffer, _vertices);
        fixed (HudVertex* first = vertices)
        {
            _gl.BufferData(BufferTargetARB.ArrayBuffer, (nuint)(vertices.Length * HudVertex.Size), first, BufferUsageARB.StreamDraw);
        }
    }

    private void SetUp(Vector2 size)
    {
        _gl.BindVertexArray(_array);
        _program.Use();
        _program.Set("atlas", 0);
        _program.Set("size", size);
        _gl.Disable(EnableCap.DepthTest);
        _gl.Disable(EnableCap.CullFace);
        _gl.Enable(EnableCap.ScissorTest);
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFuncSeparate(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha, BlendingFactor.One, BlendingFactor.OneMinusSrcAlpha);
    }

    private void Show(PictureTexture? picture)
    {
        if (picture is null)
        {
            _texture.Bind();
        }
        else
        {
            picture.Bind();
        }
    }

    // OpenGL counts from the bottom.
    private void Cut(HudRect clip, int scale, int height)
    {
        var (left, top) = ((int)MathF.Round(clip.X * scale), (int)MathF.Round(clip.Y * scale));
        var (right, bottom) = ((int)MathF.Round(clip.Right * scale), (int)MathF.Round(clip.Bottom * scale));
        _gl.Scissor(left, height - bottom, (uint)Math.Max(0, right - left), (uint)Math.Max(0, bottom - top));
    }

    private unsafe void DrawQuads(int first, int end)
    {
        for (; first < end; first += MostQuadsAtOnce)
        {
            var count = Math.Min(end - first, MostQuadsAtOnce);
            _gl.DrawElementsBaseVertex(PrimitiveType.Triangles, (uint)(Indices * count), DrawElementsType.UnsignedShort, null, Corners * first);
            Calls++;
        }
    }

    // As the other renderers expect to find it.
    private void TidyUp()
    {
        _gl.Disable(EnableCap.ScissorTest);
        _gl.Disable(EnableCap.Blend);
        _gl.Enable(EnableCap.CullFace);
        _gl.Enable(EnableCap.DepthTest);
    }
}
