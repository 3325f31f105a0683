using System.Numerics;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Pictures;

/// <summary>How much light falls on the blocks of a box: from the sky, from the sun, less in corners.</summary>
internal sealed class FaceLight(BlockGrid grid)
{
    private const float Sky = 0.60f;
    private const float CornerLoss = 0.13f;
    private static readonly Vector3 Sun = new(-0.46f, 1f, 0.62f);

    // How much of the sun's light each axis' visible face takes: east, top, south.
    private static readonly float[] SunOnFace = [0.06f, 0.42f, 0.27f];

    /// <summary>The light on a place of a face.</summary>
    /// <param name="cell">The block's cell.</param>
    /// <param name="axis">The face: 0 east, 1 top, 2 south.</param>
    /// <param name="point">The place on the face.</param>
    /// <param name="jitter">Where on the sun's disc this ray goes, twice −1 to 1.</param>
    public float On(BlockPos cell, int axis, Vector3 point, Vector2 jitter)
    {
        var light = (Sky + (axis == 1 ? 0.02f : 0)) * (1 - Occlusion(cell, axis, point));
        return SunReaches(point, axis, jitter) ? light + SunOnFace[axis] : light;
    }

    /// <summary>Whether the sun reaches a place; glass lets it through.</summary>
    public bool SunReaches(Vector3 point, int axis, Vector2 jitter)
    {
        point[axis] += 1e-3f;
        var ray = new BlockRay(grid, point, Sun + new Vector3(jitter.X * 0.09f, 0, jitter.Y * 0.09f));
        while (ray.MoveNext())
        {
            if (ray.Block is not (Block.Air or Block.Glass))
            {
                return false;
            }
        }

        return true;
    }

    // Corners are darker: each of the face's four corners loses light to the blocks that stand around it.
    private float Occlusion(BlockPos cell, int axis, Vector3 point)
    {
        var (first, second) = ((axis + 1) % 3, (axis + 2) % 3);
        var origin = cell.Corner();
        var (u, v) = (point[first] - origin[first], point[second] - origin[second]);
        var front = cell + Along(axis, 1);
        var low = ((1 - u) * CornerAt(front, Along(first, -1), Along(second, -1))) + (u * CornerAt(front, Along(first, 1), Along(second, -1)));
        var high = ((1 - u) * CornerAt(front, Along(first, -1), Along(second, 1))) + (u * CornerAt(front, Along(first, 1), Along(second, 1)));
        return CornerLoss * (((1 - v) * low) + (v * high));
    }

    private int CornerAt(BlockPos front, BlockPos a, BlockPos b)
    {
        var (sideA, sideB) = (Blocks(front + a), Blocks(front + b));
        return sideA + sideB == 2 ? 3 : sideA + sideB + Blocks(front + a + b);
    }

    private int Blocks(BlockPos at) => grid.AtOrAir(at) is Block.Air or Block.Glass ? 0 : 1;

    private static BlockPos Along(int axis, int step) =>
        new(axis == 0 ? step : 0, axis == 1 ? step : 0, axis == 2 ? step : 0);
}
