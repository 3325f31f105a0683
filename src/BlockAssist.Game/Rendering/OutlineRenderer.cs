using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>Draws a dark frame around the block that is aimed at.</summary>
internal static class OutlineRenderer
{
    private const float Thin = 0.014f;
    private const float Lift = 0.003f;

    private static readonly Vector4 Ink = new(0.04f, 0.04f, 0.05f, 0.75f);

    /// <summary>Adds the frame to a batch.</summary>
    public static void Add(OverlayBatch batch, BlockPos cell, Vector3 camera)
    {
        var lowest = new Vector3(cell.X, cell.Y, cell.Z) - camera;
        for (var face = Face.PosX; face <= Face.NegZ; face++)
        {
            FacePlane.Of(lowest, face, Lift).AddFrame(batch, Thin, Ink);
        }
    }
}
