using System.Numerics;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws the sky behind everything, sun and moon in it, and clouds.</summary>
public sealed class SkyRenderer : IDisposable
{
    private const float CloudHeight = 76;
    private const float CloudReach = 420;

    private readonly GL _gl;
    private readonly uint _nothing;
    private readonly ShaderProgram _sky;
    private readonly ShaderProgram _clouds;
    private readonly CloudTexture _texture;

    /// <summary>Prepares to draw.</summary>
    public SkyRenderer(GL gl)
    {
        _gl = gl;
        _nothing = gl.GenVertexArray();
        (_sky, _clouds, _texture) = (new ShaderProgram(gl, "sky"), new ShaderProgram(gl, "clouds"), new CloudTexture(gl));
    }

    /// <summary>Draws the sky where nothing was drawn.</summary>
    public void Draw(in Matrix4x4 view, Daytime daytime)
    {
        Matrix4x4.Invert(view, out var back);
        _gl.BindVertexArray(_nothing);
        _gl.DepthFunc(DepthFunction.Lequal);
        _gl.DepthMask(false);
        _sky.Use();
        _sky.Set("back", back);
        _sky.Set("haze", daytime.Haze);
        _sky.Set("zenith", daytime.Zenith);
        _sky.Set("sun", daytime.Sun);
        _sky.Set("glow", Math.Clamp((daytime.Sun.Y + 0.2f) / 0.3f, 0, 1));
        _sky.Set("daylight", daytime.Light);
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        _gl.DepthMask(true);
        _gl.DepthFunc(DepthFunction.Less);
    }

    /// <summary>Draws the clouds.</summary>
    public void DrawClouds(Camera camera, in Matrix4x4 view, Daytime daytime, float seconds)
    {
        _gl.BindVertexArray(_nothing);
        _texture.Bind();
        _clouds.Use();
        _clouds.Set("clouds", 1);
        _clouds.Set("view", view);
        _clouds.Set("camera", camera.Place);
        _clouds.Set("height", CloudHeight);
        _clouds.Set("reach", CloudReach);
        _clouds.Set("seconds", seconds);
        _clouds.Set("tint", Vector3.Lerp(daytime.Haze, Vector3.One, 0.7f * daytime.Light));
        _gl.Enable(EnableCap.Blend);
        _gl.BlendFunc(BlendingFactor.SrcAlpha, BlendingFactor.OneMinusSrcAlpha);
        _gl.Disable(EnableCap.CullFace);
        _gl.DepthMask(false);
        _gl.DrawArrays(PrimitiveType.TriangleStrip, 0, 4);
        _gl.DepthMask(true);
        _gl.Enable(EnableCap.CullFace);
        _gl.Disable(EnableCap.Blend);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sky.Dispose();
        _clouds.Dispose();
        _texture.Dispose();
        _gl.DeleteVertexArray(_nothing);
    }
}
