using System.Numerics;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws the sky behind everything: a dome with the clouds in it, sun and moon before it.</summary>
public sealed class SkyRenderer : IDisposable
{
    private const float CloudHeight = 76;
    private const float CloudReach = 360;
    private const float LeastAbove = 4;
    private const float BlocksASecond = 1.2f;
    private const float LowSun = 0.6f;

    // As sky.vert and disc.vert count them.
    private const uint BandCorners = 72 * 6;
    private const uint BandsToHorizon = 18;
    private const uint Bands = 23;
    private const uint DiscCorners = 2 * 6;

    private readonly GL _gl;
    private readonly uint _nothing;
    private readonly ShaderProgram _sky;
    private readonly ShaderProgram _discs;
    private readonly CloudTexture _clouds;

    /// <summary>Prepares to draw.</summary>
    public SkyRenderer(GL gl)
    {
        _gl = gl;
        _nothing = gl.GenVertexArray();
        (_sky, _discs, _clouds) = (new ShaderProgram(gl, "sky"), new ShaderProgram(gl, "disc"), new CloudTexture(gl));
    }

    /// <summary>Draws the sky where nothing was drawn, down to the horizon or, when a low sun glows, to where its glow ends: below that there is haze alone.</summary>
    /// <param name="camera">The eyes.</param>
    /// <param name="view">From places relative to the camera to the picture.</param>
    /// <param name="daytime">When.</param>
    /// <param name="seconds">How long clouds have drifted.</param>
    public void Draw(Camera camera, in Matrix4x4 view, Daytime daytime, float seconds)
    {
        _gl.BindVertexArray(_nothing);
        _gl.DepthFunc(DepthFunction.Lequal);
        _gl.DepthMask(false);
        _gl.Disable(EnableCap.CullFace);
        Prepare(_sky, camera, view, daytime, seconds);
        _sky.Set("haze", daytime.Haze);
        _sky.Set("zenith", daytime.Zenith);
        _sky.Set("glow", Math.Clamp((daytime.Sun.Y + 0.2f) / 0.3f, 0, 1));
        _sky.Set("cloudTint", Vector3.Lerp(daytime.Haze, Vector3.One, 0.7f * daytime.Light));
        _gl.DrawArrays(PrimitiveType.Triangles, 0, BandCorners * (daytime.Sun.Y < LowSun ? Bands : BandsToHorizon));
        Prepare(_discs, camera, view, daytime, seconds);
        _discs.Set("daylight", daytime.Light);
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, DiscCorners);
        _gl.Disable(EnableCap.Blend);
        _gl.Enable(EnableCap.CullFace);
        _gl.DepthMask(true);
        _gl.DepthFunc(DepthFunction.Less);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sky.Dispose();
        _discs.Dispose();
        _clouds.Dispose();
        _gl.DeleteVertexArray(_nothing);
    }

    private void Prepare(ShaderProgram program, Camera camera, in Matrix4x4 view, Daytime daytime, float seconds)
    {
        var above = CloudHeight - camera.Place.Y;
        program.Use();
        program.Set("view", view);
        program.Set("sun", daytime.Sun);
        _clouds.Bind();
        program.Set("clouds", 1);
        program.Set("cloudHeight", Math.Max(above, LeastAbove));
        program.Set("cloudSeen", Math.Clamp(above / LeastAbove, 0, 1));
        program.Set("reach", CloudReach);
        program.Set("drift", new Vector2(camera.Place.X + (seconds * BlocksASecond), camera.Place.Z));
    }
}
