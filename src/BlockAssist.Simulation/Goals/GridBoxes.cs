using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>Boxes cut out of structures, pasted into them and filled.</summary>
internal static class GridBoxes
{
    /// <summary>A box of a structure as a structure of its own; air where the box reaches beyond.</summary>
    public static BlockGrid Cut(this BlockGrid structure, BlockPos from, GridSize size)
    {
        var cut = new BlockGrid(size);
        cut.Paste(structure, new BlockPos(-from.X, -from.Y, -from.Z));
        return cut;
    }

    /// <summary>Overwrites the cells of a box, air included, with a structure that starts at a place; what lies outside is dropped.</summary>
    public static void Paste(this BlockGrid target, BlockGrid structure, BlockPos at)
    {
        var (from, to) = Overlap(at.Z, structure.Size.Depth, target.Size.Depth);
        if (from >= to)
        {
            return;
        }

        var (firstX, endX) = Overlap(at.X, structure.Size.Width, target.Size.Width);
        var (firstY, endY) = Overlap(at.Y, structure.Size.Height, target.Size.Height);
        for (var x = firstX; x < endX; x++)
        {
            for (var y = firstY; y < endY; y++)
            {
                var source = structure.Blocks.Slice(structure.Size.CellAt(x - at.X, y - at.Y, from - at.Z), to - from);
                source.CopyTo(target.Blocks[target.Size.CellAt(x, y, from)..]);
            }
        }
    }

    /// <summary>Fills the cells from one corner up to, but not including, another; what lies outside is dropped.</summary>
    public static void Fill(this BlockGrid target, BlockPos from, BlockPos end, Block block)
    {
        var size = target.Size;
        for (var x = Math.Max(0, from.X); x < Math.Min(end.X, size.Width); x++)
        {
            for (var y = Math.Max(0, from.Y); y < Math.Min(end.Y, size.Height); y++)
            {
                for (var z = Math.Max(0, from.Z); z < Math.Min(end.Z, size.Depth); z++)
                {
                    target[x, y, z] = block;
                }
            }
        }
    }

    /// <summary>Whether a box of this size fits into the room.</summary>
    public static bool FitsInto(this GridSize size, GridSize room) =>
        size.Width <= room.Width && size.Height <= room.Height && size.Depth <= room.Depth;

    private static (int From, int To) Overlap(int start, int length, int limit) =>
        (Math.Max(0, start), Math.Min(limit, start + length));
}
