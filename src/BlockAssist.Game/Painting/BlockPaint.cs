using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Painting;

/// <summary>What the blocks look like: a colour for every place of a face, drawn by rule.</summary>
public static class BlockPaint
{
    private static readonly Vector3 Grass = Of(0x8DB360);
    private static readonly Vector3 Soil = Of(0x93704F);

    /// <summary>The colour of a block's side.</summary>
    /// <param name="block">The block.</param>
    /// <param name="u">From left to right across the face, 0 to 1.</param>
    /// <param name="v">From the bottom of the face to its top, 0 to 1.</param>
    /// <param name="seed">A number of the cell and the face, so that no two are alike.</param>
    public static Vector3 Side(Block block, float u, float v, int seed) => block switch
    {
        Block.Dirt => v > 0.8f - (0.14f * Noise((int)(u * 6), 3, seed)) ? Speckled(Grass * 0.95f, 0.07f, u, v, seed) : Earth(u, v, seed),
        Block.Log => Bark(u, v, seed),
        Block.Planks => Planks(u, v, seed),
        _ => Top(block, u, v, seed),
    };

    /// <summary>The colour of a block's upper face.</summary>
    /// <inheritdoc cref="Side"/>
    public static Vector3 Top(Block block, float u, float v, int seed) => block switch
    {
        Block.Dirt => Speckled(Grass, 0.06f, u, v, seed),
        Block.Cobblestone => Cobbles(u, v, seed),
        Block.Glass => Of(0xD2F0FA),
        Block.Log => Rings(u, v),
        Block.Planks => Planks(u, v, seed),
        Block.Stone => Speckled(Of(0x9C9E9D), 0.05f, u, v, seed),
        Block.StoneBrick => Bricks(u, v, seed),
        Block.Wool => Speckled(Of(0xF2EFEA), 0.025f, u, v, seed),
        _ => Speckled(Of(0x4A4A4A), 0.15f, u, v, seed),
    };

    /// <summary>The colour of dirt on which nothing grows.</summary>
    /// <inheritdoc cref="Side"/>
    public static Vector3 Earth(float u, float v, int seed) => Speckled(Soil, 0.10f, u, v, seed);

    /// <summary>A colour with lighter and darker spots.</summary>
    internal static Vector3 Speckled(Vector3 colour, float amount, float u, float v, int seed) =>
        colour * (1 + (amount * ((2 * Noise((int)(u * 6), (int)(v * 6), seed)) - 1)));

    private static Vector3 Planks(float u, float v, int seed)
    {
        var board = (int)(v * 4);
        var across = (v * 4) - board;
        var shade = 1 + (0.09f * ((2 * Noise(board, 0, seed)) - 1));
        var joint = Math.Abs(u - 0.2f - (0.6f * Noise(board, 1, seed))) < 0.03f;
        return Of(0xC39A5E) * (across < 0.16f || joint ? shade * 0.8f : shade);
    }

    private static Vector3 Bark(float u, float v, int seed)
    {
        var strip = Noise((int)(u * 7), (int)((v * 2) + Noise((int)(u * 7), 5, seed)), seed);
        return Of(0x7A5B38) * (0.84f + (0.3f * strip));
    }

    private static Vector3 Rings(float u, float v)
    {
        var fromCentre = 2 * Math.Max(Math.Abs(u - 0.5f), Math.Abs(v - 0.5f));
        var ring = (int)(fromCentre * 5);
        return fromCentre > 0.84f ? Of(0x7A5B38) : Of(0xBC9A63) * (ring % 2 == 0 ? 1.03f : 0.88f);
    }

    private static Vector3 Bricks(float u, float v, int seed)
    {
        var row = (int)(v * 2);
        var along = u + (row * 0.5f);
        var brick = (int)(along * 1.0001f);
        var mortar = (v * 2) - row < 0.13f || along - brick < 0.07f;
        var shade = 1 + (0.06f * ((2 * Noise(brick, row, seed)) - 1));
        return Of(0x868A8F) * (mortar ? 0.76f : shade);
    }

    private static Vector3 Cobbles(float u, float v, int seed)
    {
        // The nearest and the second nearest of nine jittered points: between two stones they are equally far.
        var (nearest, second, shade) = (9f, 9f, 0f);
        for (var i = 0; i < 16; i++)
        {
            var px = ((i % 4) - 0.5f + (0.9f * Noise(i, 1, seed))) / 2.6f;
            var py = ((i / 4) - 0.5f + (0.9f * Noise(i, 2, seed))) / 2.6f;
            var distance = ((u - px) * (u - px)) + ((v - py) * (v - py));
            if (distance < nearest)
            {
                (nearest, second, shade) = (distance, nearest, Noise(i, 3, seed));
            }
            else if (distance < second)
            {
                second = distance;
            }
        }

        return Of(0x8B8984) * (MathF.Sqrt(second) - MathF.Sqrt(nearest) < 0.07f ? 0.72f : 0.92f + (0.2f * shade));
    }

    // A well-mixed number from 0 to 1 for a place; the same on every machine.
    private static float Noise(int x, int y, int seed)
    {
        var mixed = unchecked((uint)((x * 374761393) + (y * 668265263) + (seed * 1442695041)));
        mixed = (mixed ^ (mixed >> 13)) * 1274126177;
        mixed = (mixed ^ (mixed >> 16)) * 2246822519;
        return (mixed >> 8) / (float)(1 << 24);
    }

    private static Vector3 Of(int rgb) => new Vector3((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255) / 255f;
}
