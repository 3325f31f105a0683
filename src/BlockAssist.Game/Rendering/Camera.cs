using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>Where the world is looked at from. Places are relative to the camera, so that they stay exact far from the origin.</summary>
public readonly record struct Camera
{
    private const float Nearest = 0.05f;

    /// <summary>A camera at the origin that looks south.</summary>
    public Camera()
    {
    }

    /// <summary>The eyes.</summary>
    public Vector3 Place { get; init; }

    /// <summary>Where it looks around the vertical, in degrees: 0 south, 90 west.</summary>
    public float Yaw { get; init; }

    /// <summary>Where it looks up (−90) or down (90), in degrees.</summary>
    public float Pitch { get; init; }

    /// <summary>How much it sees from top to bottom, in degrees.</summary>
    public float Field { get; init; } = 70;

    /// <summary>How far it sees, in blocks.</summary>
    public float Farthest { get; init; } = 320;

    /// <summary>Where it looks; of length 1.</summary>
    public Vector3 Direction
    {
        get
        {
            var (yaw, pitch) = (float.DegreesToRadians(Yaw), float.DegreesToRadians(Pitch));
            return new Vector3(-MathF.Sin(yaw) * MathF.Cos(pitch), -MathF.Sin(pitch), MathF.Cos(yaw) * MathF.Cos(pitch));
        }
    }

    /// <summary>From places relative to the camera to the picture.</summary>
    /// <param name="aspect">The picture's width over its height.</param>
    public Matrix4x4 View(float aspect)
    {
        var direction = Direction;
        var up = MathF.Abs(direction.Y) > 0.999f ? new Vector3(MathF.Sin(float.DegreesToRadians(Yaw)) * MathF.Sign(direction.Y), 0, -MathF.Cos(float.DegreesToRadians(Yaw)) * MathF.Sign(direction.Y)) : Vector3.UnitY;
        return Matrix4x4.CreateLookTo(Vector3.Zero, direction, up)
            * Matrix4x4.CreatePerspectiveFieldOfView(float.DegreesToRadians(Field), aspect, Nearest, Farthest);
    }
}
