using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Game.Painting;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Draws a block as seen from a corner above, for slots and lists.</summary>
internal static class BlockIcons
{
    // Each pixel is the mean of some points in it, so that the slanted edges are soft.
    private const int PointsAcross = 4;
    private const float LeftShade = 0.78f;
    private const float RightShade = 0.58f;
    private const float GlassPane = 0.42f;

    /// <summary>How many pixels they have along each edge: for a slot of 16 HUD pixels at the scales 1 to 3, and half that at 4.</summary>
    public static IReadOnlyList<int> Edges { get; } = [16, 32, 48];

    /// <summary>Draws a block: red, green, blue, alpha, a byte each, the top row first.</summary>
    /// <param name="block">Any but air.</param>
    /// <param name="edge">How many pixels the picture has along each edge.</param>
    public static byte[] Draw(Block block, int edge)
    {
        byte[][] faces = [Paint(block, Face.PosY), Paint(block, Face.PosX), Paint(block, Face.PosZ)];
        var rgba = new byte[4 * edge * edge];
        for (var pixel = 0; pixel < edge * edge; pixel++)
        {
            var sum = Vector4.Zero;
            for (var point = 0; point < PointsAcross * PointsAcross; point++)
            {
                var x = (pixel % edge) + (((point % PointsAcross) + 0.5f) / PointsAcross);
                var y = (pixel / edge) + (((point / PointsAcross) + 0.5f) / PointsAcross);
                sum += ColourAt(faces, x / edge, y / edge);
            }

            Store(sum / (PointsAcross * PointsAcross), rgba.AsSpan(4 * pixel, 4));
        }

        return rgba;
    }

    private static byte[] Paint(Block block, Face face)
    {
        var rgba = new byte[4 * LandPaint.Edge * LandPaint.Edge];
        LandPaint.Paint(TextureLayers.Of((Material)block, face, isCovered: false), rgba);
        return rgba;
    }

    // The upper face is a rhombus half as high as the picture; the other two stand below its lower edges.
    private static Vector4 ColourAt(byte[][] faces, float x, float y)
    {
        var (along, back) = ((2 * y) + x - 0.5f, (2 * y) - x + 0.5f);
        if (along is >= 0 and < 1 && back is >= 0 and < 1)
        {
            return Sample(faces[0], along, back, 1);
        }

        var isLeft = x < 0.5f;
        var across = isLeft ? 2 * x : (2 * x) - 1;
        var down = 2 * (y - (isLeft ? 0.25f + (across / 4) : 0.5f - (across / 4)));
        return down is < 0 or >= 1 ? Vector4.Zero : Sample(faces[isLeft ? 1 : 2], across, down, isLeft ? LeftShade : RightShade);
    }

    // Colours are multiplied by what they hide, so that they can be added up.
    private static Vector4 Sample(byte[] face, float u, float v, float shade)
    {
        var at = 4 * (((int)(v * LandPaint.Edge) * LandPaint.Edge) + (int)(u * LandPaint.Edge));
        var alpha = face[at + 3] == 0 ? GlassPane : 1;
        var colour = new Vector3(face[at], face[at + 1], face[at + 2]) * shade / 255;
        return new Vector4(colour * alpha, alpha);
    }

    private static void Store(Vector4 sum, Span<byte> rgba)
    {
        var colour = sum.W > 0 ? new Vector3(sum.X, sum.Y, sum.Z) / sum.W : Vector3.Zero;
        for (var channel = 0; channel < 3; channel++)
        {
            rgba[channel] = (byte)Math.Clamp(255.5f * colour[channel], 0, 255);
        }

        rgba[3] = (byte)(255.5f * sum.W);
    }
}
