using System.Numerics;
using BlockAssist.Game.Meshing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Painting;

/// <summary>What the faces of the world look like: a colour and how much hides what is behind, for every place of a face, drawn by rule.</summary>
internal static class LandPaint
{
    /// <summary>How many pixels a face has along each edge.</summary>
    public const int Edge = 16;

    /// <summary>Paints a face: red, green, blue, alpha, a byte each, the top row first.</summary>
    public static void Paint(TextureLayer layer, Span<byte> rgba)
    {
        for (var pixel = 0; pixel < Edge * Edge; pixel++)
        {
            var (u, v) = (((pixel % Edge) + 0.5f) / Edge, 1 - (((pixel / Edge) + 0.5f) / Edge));
            var colour = Of(layer, u, v);
            for (var channel = 0; channel < 4; channel++)
            {
                rgba[(4 * pixel) + channel] = (byte)Math.Clamp(255 * colour[channel], 0, 255);
            }
        }
    }

    private static Vector4 Of(TextureLayer layer, float u, float v) => layer switch
    {
        TextureLayer.Glass => Glass(u, v),
        TextureLayer.Bedrock => Opaque(BlockPaint.Top(Block.Bedrock, u, v, 1)),
        TextureLayer.Dirt => Opaque(BlockPaint.Earth(u, v, 2)),
        TextureLayer.GrassSide => Opaque(BlockPaint.Side(Block.Dirt, u, v, 3)),
        TextureLayer.GrassTop => Opaque(BlockPaint.Top(Block.Dirt, u, v, 4)),
        TextureLayer.Cobblestone => Opaque(BlockPaint.Top(Block.Cobblestone, u, v, 5)),
        TextureLayer.LogSide => Opaque(BlockPaint.Side(Block.Log, u, v, 6)),
        TextureLayer.LogTop => Opaque(BlockPaint.Top(Block.Log, u, v, 7)),
        TextureLayer.Planks => Opaque(BlockPaint.Side(Block.Planks, u, v, 8)),
        TextureLayer.Stone => Opaque(BlockPaint.Top(Block.Stone, u, v, 9)),
        TextureLayer.StoneBrick => Opaque(BlockPaint.Side(Block.StoneBrick, u, v, 10)),
        TextureLayer.Wool => Opaque(BlockPaint.Top(Block.Wool, u, v, 11)),
        TextureLayer.Sand => Opaque(BlockPaint.Speckled(new Vector3(0.86f, 0.80f, 0.58f), 0.05f, u, v, 12)),
        TextureLayer.Water => Opaque(BlockPaint.Speckled(new Vector3(0.24f, 0.42f, 0.78f), 0.10f, u, v, 13)),
        TextureLayer.Leaves => Opaque(BlockPaint.Speckled(new Vector3(0.25f, 0.50f, 0.19f), 0.38f, u, v, 14)),
        _ => Opaque(BlockPaint.Speckled(new Vector3(0.53f, 0.51f, 0.50f), 0.22f, u, v, 15)),
    };

    private static Vector4 Glass(float u, float v)
    {
        var edge = Math.Min(Math.Min(u, 1 - u), Math.Min(v, 1 - v));
        var isShine = Math.Abs(u + v - 1.25f) < 0.05f && u is > 0.3f and < 0.9f;
        return edge < 1f / Edge ? new Vector4(0.80f, 0.90f, 0.94f, 1)
            : isShine ? new Vector4(0.93f, 0.98f, 1, 1)
            : new Vector4(0.85f, 0.94f, 0.97f, 0);
    }

    private static Vector4 Opaque(Vector3 colour) => new(colour, 1);
}
