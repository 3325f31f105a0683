using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws the player's hand before all else that is seen, with the block in it.</summary>
/// <remarks>In places relative to the eye, with a field of view of its own, so that it looks the same in all. Belongs to the thread of its context.</remarks>
internal sealed class HandRenderer(GL gl, FaceIndices indices) : IDisposable
{
    private const float BlockEdge = 0.32f;

    // All that is drawn here is nearer than the land ever is.
    private const double NearPart = 0.02;

    private static readonly float Field = float.DegreesToRadians(60);

    private readonly OverlayBatch _batch = new(gl, indices);

    /// <summary>Draws the hand, by a program that is in use.</summary>
    /// <param name="program">Draws faces of an <see cref="OverlayBatch"/>.</param>
    /// <param name="hand">The hand.</param>
    /// <param name="aspect">The picture's width over its height.</param>
    /// <param name="light">How bright it is where the player is, 0 to 1.</param>
    public void Draw(ShaderProgram program, in HandView hand, float aspect, float light)
    {
        _batch.Clear();
        var bright = 0.25f + (0.75f * light);
        if (hand.Held == Block.Air)
        {
            AddArm(PlaceOf(hand), bright);
        }
        else
        {
            AddBlock(PlaceOf(hand), (Material)hand.Held, bright);
        }

        gl.DepthRange(0, NearPart);
        program.Set("view", Matrix4x4.CreatePerspectiveFieldOfView(Field, aspect, 0.05f, 10));
        _batch.Draw();
        gl.DepthRange(0, 1);
    }

    /// <inheritdoc/>
    public void Dispose() => _batch.Dispose();

    // To the right and below; it bobs with each step, and dips forward in a stroke.
    private static Matrix4x4 PlaceOf(in HandView hand)
    {
        var (sway, stroke) = (hand.Stride * 2.2f, MathF.Sin(hand.Swing * MathF.PI));
        var bob = new Vector3(MathF.Sin(sway) * 0.025f, -MathF.Abs(MathF.Cos(sway)) * 0.03f, 0) * hand.Pace;
        return Matrix4x4.CreateRotationX(-0.9f * stroke)
            * Matrix4x4.CreateTranslation(new Vector3(0.74f - (0.25f * stroke), -0.62f + (0.10f * stroke), -1.05f - (0.25f * stroke)) + bob);
    }

    private void AddBlock(in Matrix4x4 place, Material material, float bright)
    {
        var stand = Matrix4x4.CreateTranslation(new Vector3(-0.5f)) * Matrix4x4.CreateScale(BlockEdge) * Matrix4x4.CreateRotationY(0.75f) * place;
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            var shade = bright * OverlayBatch.ShadeOf(face);
            _batch.AddSide(stand, face, (float)TextureLayers.Of(material, face, isCovered: false), new Vector4(new Vector3(shade), 1));
        }
    }

    private void AddArm(in Matrix4x4 place, float bright)
    {
        var stand = Matrix4x4.CreateTranslation(new Vector3(-0.5f, -0.5f, 0)) * Matrix4x4.CreateScale(0.22f, 0.22f, 0.9f) * Matrix4x4.CreateRotationX(0.35f) * Matrix4x4.CreateRotationY(0.35f) * place;
        var skin = new Vector4(AvatarLook.Player.Skin * bright, 1);
        _batch.AddBox(stand, skin, skin);
    }
}
