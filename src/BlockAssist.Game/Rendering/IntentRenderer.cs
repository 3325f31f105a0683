using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Rendering;

/// <summary>Shows what a builder is about to do: a sign at the cell, and dots that run to it from the builder.</summary>
/// <remarks>Belongs to the thread of its batch.</remarks>
internal sealed class IntentRenderer(OverlayBatch batch)
{
    private const int Dots = 7;
    private const float DotEdge = 0.07f;
    private const float Frame = 0.06f;

    // Half a breath a second, two cells a second.
    private const float Breath = MathF.PI;
    private const float Run = 0.9f;

    private static readonly Vector3 Hue = new(0.36f, 0.95f, 0.82f);
    private static readonly Vector3 BreakHue = new(1.00f, 0.62f, 0.25f);

    /// <summary>Adds the sign and the dots.</summary>
    /// <param name="intent">What is shown.</param>
    /// <param name="camera">The camera's place.</param>
    /// <param name="seconds">How long the game has run.</param>
    public void Add(in IntentView intent, Vector3 camera, float seconds)
    {
        var lowest = new Vector3(intent.Cell.X, intent.Cell.Y, intent.Cell.Z) - camera;
        var breath = 0.5f + (0.5f * MathF.Sin(seconds * Breath * 2));
        var hue = intent.Kind == IntentKind.Break ? BreakHue : Hue;
        switch (intent.Kind)
        {
            case IntentKind.Place:
                AddGhost(lowest, (float)TextureLayers.Of((Material)intent.Block, Face.PosZ, isCovered: false), breath);
                break;
            case IntentKind.Break:
                AddFrames(lowest, 0.02f + (0.06f * breath), new Vector4(hue, 0.9f));
                break;
            default:
                FacePlane.Of(lowest, Face.NegY, -0.02f).AddFrame(batch, 0.12f, new Vector4(hue, 0.45f + (0.35f * breath)));
                break;
        }

        var target = lowest + (intent.Kind == IntentKind.Walk ? new Vector3(0.5f, 0.05f, 0.5f) : new Vector3(0.5f));
        AddDots(intent.From - camera, target, seconds, new Vector4(hue, 0.9f));
    }

    private void AddGhost(Vector3 lowest, float picture, float breath)
    {
        var outset = new Vector3(0.01f);
        var colour = new Vector4(Vector3.Lerp(Vector3.One, Hue, 0.25f), 0.45f + (0.35f * breath));
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            batch.AddSide(lowest - outset, Vector3.One + (2 * outset), face, picture, colour);
        }

        AddFrames(lowest, 0.014f, new Vector4(Hue, 0.95f));
    }

    private void AddFrames(Vector3 lowest, float outset, Vector4 colour)
    {
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            FacePlane.Of(lowest - new Vector3(outset), face, 0, 1 + (2 * outset)).AddFrame(batch, Frame, colour);
        }
    }

    // They fade in at the builder and out at the cell, so that their running has no end.
    private void AddDots(Vector3 from, Vector3 to, float seconds, Vector4 colour)
    {
        var phase = (seconds * Run) % (1f / Dots);
        for (var dot = 0; dot < Dots; dot++)
        {
            var share = phase + (dot / (float)Dots);
            var bow = new Vector3(0, 0.8f * share * (1 - share), 0);
            var middle = Vector3.Lerp(from, to, share) + bow;
            var own = colour with { W = colour.W * MathF.Min(1, 6 * MathF.Min(share, 1 - share)) };
            batch.AddBox(Matrix4x4.CreateScale(DotEdge) * Matrix4x4.CreateTranslation(middle - new Vector3(DotEdge / 2)), own, own);
        }
    }
}
