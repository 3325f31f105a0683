using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws builders: boxes for head, trunk, arms and legs, that walk and swing.</summary>
internal sealed class AvatarRenderer(OverlayBatch batch)
{
    // In sixteenths of a block, as tall as a builder: 1.8 blocks over 32 units.
    private const float Unit = 1.8f / 32;

    /// <summary>Adds a builder to the batch.</summary>
    /// <param name="pose">How it stands.</param>
    /// <param name="look">Its colours.</param>
    /// <param name="camera">The camera's place.</param>
    /// <param name="light">How bright it is where the builder stands, 0 to 1.</param>
    public void Add(in AvatarPose pose, AvatarLook look, Vector3 camera, float light)
    {
        // A builder who looks south (yaw 0) has its face to the south, which is where boxes have theirs.
        var stand = Matrix4x4.CreateScale(Unit) * Matrix4x4.CreateRotationY(-float.DegreesToRadians(pose.Yaw)) * Matrix4x4.CreateTranslation(pose.Feet - camera);
        var step = MathF.Sin(pose.Stride * 2.2f) * pose.Pace * 0.8f;
        var stroke = MathF.Sin(pose.Swing * MathF.PI) * 1.6f;
        var (skin, shirt, trousers) = (Lit(look.Skin, light), Lit(look.Shirt, light), Lit(look.Trousers, light));
        Part(stand, new(-4, 0, -2), new(4, 12, 4), new(0, 12, 0), step, trousers, trousers);
        Part(stand, new(0, 0, -2), new(4, 12, 4), new(0, 12, 0), -step, trousers, trousers);
        Part(stand, new(-4, 12, -2), new(8, 12, 4), new(0, 12, 0), 0, shirt, shirt);
        Part(stand, new(-8, 12, -2), new(4, 12, 4), new(0, 23, 0), -step - stroke - (pose.Held == 0 ? 0 : 0.3f), shirt, shirt);
        Part(stand, new(4, 12, -2), new(4, 12, 4), new(0, 23, 0), step, shirt, shirt);
        AddHead(stand, float.DegreesToRadians(pose.Pitch), skin, Lit(look.Eyes, MathF.Max(light, 0.6f)));
    }

    private static Vector4 Lit(Vector3 colour, float light) => new(colour * (0.25f + (0.75f * light)), 1);

    private void AddHead(in Matrix4x4 stand, float pitch, Vector4 skin, Vector4 eyes)
    {
        Part(stand, new(-4, 24, -4), new(8, 8, 8), new(0, 24, 0), pitch, skin, skin * new Vector4(1.05f, 1.05f, 1.05f, 1));
        Part(stand, new(-3, 27, 3.9f), new(2, 2, 0.25f), new(0, 24, 0), pitch, eyes, eyes);
        Part(stand, new(1, 27, 3.9f), new(2, 2, 0.25f), new(0, 24, 0), pitch, eyes, eyes);
    }

    /// <summary>A box that turns around a joint: forward by a positive angle, in radians.</summary>
    private void Part(in Matrix4x4 stand, Vector3 lowest, Vector3 size, Vector3 joint, float angle, Vector4 colour, Vector4 front) =>
        batch.AddBox(
            Matrix4x4.CreateScale(size) * Matrix4x4.CreateTranslation(lowest - joint) * Matrix4x4.CreateRotationX(angle) * Matrix4x4.CreateTranslation(joint) * stand,
            colour,
            front);
}
