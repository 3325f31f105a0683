using BlockAssist.Game.Platform;
using BlockAssist.Game.World;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws what a camera sees of a world, from the ground to the clouds.</summary>
public sealed class SceneRenderer : IDisposable
{
    private readonly IGlContext _context;
    private readonly SkyRenderer _sky;

    /// <summary>Prepares to draw.</summary>
    /// <exception cref="RenderingException">The driver cannot draw what we draw.</exception>
    public SceneRenderer(IGlContext context, VoxelWorld world, TimeProvider clock, int threads)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        World = new WorldRenderer(context.Gl, world, clock, threads);
        _sky = new SkyRenderer(context.Gl);
    }

    /// <summary>The world.</summary>
    public WorldRenderer World { get; }

    /// <summary>How far one sees before all is haze, in blocks.</summary>
    public float Visibility { get; set; } = 140;

    /// <summary>Draws a frame.</summary>
    /// <param name="camera">Where from.</param>
    /// <param name="daytime">When.</param>
    /// <param name="seconds">How long the game has run: what drifts, drifts by it.</param>
    public void Draw(Camera camera, Daytime daytime, float seconds)
    {
        var gl = _context.Gl;
        var (width, height) = _context.Size;
        var aspect = width / (float)Math.Max(height, 1);
        gl.BindFramebuffer(FramebufferTarget.Framebuffer, _context.Framebuffer);
        gl.Viewport(0, 0, (uint)width, (uint)height);
        gl.Enable(EnableCap.DepthTest);
        gl.Clear(ClearBufferMask.ColorBufferBit | ClearBufferMask.DepthBufferBit);
        World.Update();
        World.DrawSolid(camera, aspect, daytime, Visibility);
        _sky.Draw(camera, aspect, daytime);
        _sky.DrawClouds(camera, aspect, daytime, seconds);
        World.DrawWater(camera, aspect, daytime, Visibility, seconds);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        World.Dispose();
        _sky.Dispose();
    }
}
