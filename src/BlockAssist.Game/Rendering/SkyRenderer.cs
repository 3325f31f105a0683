using System.Numerics;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws the sky behind everything: sun, moon and clouds are in it.</summary>
public sealed class SkyRenderer : IDisposable
{
    private const float CloudHeight = 76;
    private const float CloudReach = 420;
    private const float BlocksASecond = 1.2f;

    private readonly GL _gl;
    private readonly uint _nothing;
    private readonly ShaderProgram _sky;
    private readonly CloudTexture _clouds;

    /// <summary>Prepares to draw.</summary>
    public SkyRenderer(GL gl)
    {
        _gl = gl;
        _nothing = gl.GenVertexArray();
        (_sky, _clouds) = (new ShaderProgram(gl, "sky"), new CloudTexture(gl));
    }

    /// <summary>Draws the sky where nothing was drawn.</summary>
    /// <param name="camera">The eyes.</param>
    /// <param name="view">From places relative to the camera to the picture.</param>
    /// <param name="daytime">When.</param>
    /// <param name="seconds">How long clouds have drifted.</param>
    public void Draw(Camera camera, in Matrix4x4 view, Daytime daytime, float seconds)
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
        _clouds.Bind();
        _sky.Set("clouds", 1);
        _sky.Set("cloudTint", Vector3.Lerp(daytime.Haze, Vector3.One, 0.7f * daytime.Light));
        _sky.Set("cloudHeight", CloudHeight - camera.Place.Y);
        _sky.Set("reach", CloudReach);
        _sky.Set("drift", new Vector2(camera.Place.X + (seconds * BlocksASecond), camera.Place.Z));
        _gl.DrawArrays(PrimitiveType.Triangles, 0, 3);
        _gl.DepthMask(true);
        _gl.DepthFunc(DepthFunction.Less);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sky.Dispose();
        _clouds.Dispose();
        _gl.DeleteVertexArray(_nothing);
    }
}
