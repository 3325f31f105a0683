using System.Buffers.Binary;
using System.Text;
using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>Writes a MagicaVoxel file: one model, or, beyond 256 cells a side, several models put together by a scene.</summary>
internal static class VoxWriter
{
    private const int Version = 150;
    private const int MaxSide = 256;

    /// <summary>The bytes of a file.</summary>
    public static byte[] Write(BlockGrid grid)
    {
        var tiles = TilesOf(grid.Size);
        var chunks = new MemoryStream();
        foreach (var (at, size) in tiles)
        {
            WriteModel(chunks, grid, at, size);
        }

        if (tiles.Count > 1)
        {
            WriteScene(chunks, grid.Size, tiles);
        }

        WriteColours(chunks);
        var file = new MemoryStream();
        file.Write("VOX "u8);
        WriteInts(file, Version);
        file.Write("MAIN"u8);
        WriteInts(file, 0, (int)chunks.Length);
        chunks.WriteTo(file);
        return file.ToArray();
    }

    private static List<(BlockPos At, GridSize Size)> TilesOf(GridSize size)
    {
        var tiles = new List<(BlockPos, GridSize)>();
        for (var x = 0; x < size.Width; x += MaxSide)
        {
            for (var y = 0; y < size.Height; y += MaxSide)
            {
                for (var z = 0; z < size.Depth; z += MaxSide)
                {
                    var tile = new GridSize(Math.Min(MaxSide, size.Width - x), Math.Min(MaxSide, size.Height - y), Math.Min(MaxSide, size.Depth - z));
                    tiles.Add((new BlockPos(x, y, z), tile));
                }
            }
        }

        return tiles;
    }

    private static void WriteModel(MemoryStream chunks, BlockGrid grid, BlockPos at, GridSize size)
    {
        WriteChunk(chunks, "SIZE", write => WriteInts(write, size.Width, size.Depth, size.Height));
        WriteChunk(chunks, "XYZI", write =>
        {
            WriteInts(write, 0);
            for (var cell = 0; cell < size.Volume; cell++)
            {
                var inside = size.PosOf(cell);
                var block = grid[at + inside];
                if (block != Block.Air)
                {
                    write.Write([(byte)inside.X, (byte)(size.Depth - 1 - inside.Z), (byte)inside.Y, (byte)block]);
                }
            }

            write.Position = 0;
            WriteInts(write, (int)(write.Length / 4) - 1);
        });
    }

    /// <summary>A root that holds a group that holds, for each model, a step and a shape.</summary>
    private static void WriteScene(MemoryStream chunks, GridSize whole, List<(BlockPos At, GridSize Size)> tiles)
    {
        WriteTransform(chunks, 0, 1, null);
        WriteChunk(chunks, "nGRP", write =>
        {
            WriteInts(write, 1, 0, tiles.Count);
            WriteInts(write, [.. Enumerable.Range(0, tiles.Count).Select(i => 2 + (2 * i))]);
        });
        for (var i = 0; i < tiles.Count; i++)
        {
            var (model, (at, size)) = (i, tiles[i]);
            var north = whole.Depth - at.Z - size.Depth;
            var middle = $"{at.X + (size.Width / 2)} {north + (size.Depth / 2)} {at.Y + (size.Height / 2)}";
            WriteTransform(chunks, 2 + (2 * i), 3 + (2 * i), middle);
            WriteChunk(chunks, "nSHP", write => WriteInts(write, 3 + (2 * model), 0, 1, model, 0));
        }
    }

    private static void WriteTransform(MemoryStream chunks, int id, int child, string? step) => WriteChunk(chunks, "nTRN", write =>
    {
        WriteInts(write, id, 0, child, -1, -1, 1, step is null ? 0 : 1);
        if (step is not null)
        {
            WriteInts(write, 2);
            write.Write("_t"u8);
            WriteInts(write, step.Length);
            write.Write(Encoding.ASCII.GetBytes(step));
        }
    });

    /// <summary>A block's number is its colour number; numbers that are no block are black.</summary>
    private static void WriteColours(MemoryStream chunks) => WriteChunk(chunks, "RGBA", write =>
    {
        for (var number = 1; number <= VoxColours.Count; number++)
        {
            var colour = number < Palette.Count ? BlockColours.Default.ColourOf((Block)number) : 0;
            write.Write([(byte)(colour >> 16), (byte)(colour >> 8), (byte)colour, 0xFF]);
        }
    });

    private static void WriteChunk(MemoryStream chunks, string id, Action<MemoryStream> write)
    {
        using var content = new MemoryStream();
        write(content);
        chunks.Write(Encoding.ASCII.GetBytes(id));
        WriteInts(chunks, (int)content.Length, 0);
        content.WriteTo(chunks);
    }

    private static void WriteInts(MemoryStream stream, params ReadOnlySpan<int> values)
    {
        Span<byte> raw = stackalloc byte[4];
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(raw, value);
            stream.Write(raw);
        }
    }
}
