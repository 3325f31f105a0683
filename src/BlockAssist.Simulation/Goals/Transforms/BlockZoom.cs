using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Resamples a structure to another size: each new cell takes the block that is strongest there.</summary>
/// <remarks>
/// For every kind of block the cells that hold it are ones in a field of zeros, which is interpolated; of equally strong
/// kinds the lowest wins. Sums run in the order of scipy's, so that ties are rounded alike.
/// </remarks>
internal static class BlockZoom
{
    /// <summary>The structure at another size.</summary>
    public static BlockGrid Resample(BlockGrid structure, GridSize size, int order)
    {
        var from = structure.Size;
        var x = SplineWeights.Between(from.Width, size.Width, order);
        var y = SplineWeights.Between(from.Height, size.Height, order);
        var z = SplineWeights.Between(from.Depth, size.Depth, order);
        var zoomed = new BlockGrid(size);
        var strengths = new double[size.Volume];
        var field = new double[from.Volume];
        foreach (var kind in KindsOf(structure))
        {
            FillField(field, structure, kind, order);
            for (var cell = 0; cell < size.Volume; cell++)
            {
                var at = size.PosOf(cell);
                var inside = !(x.Outside[at.X] || y.Outside[at.Y] || z.Outside[at.Z]);
                var strength = inside ? StrengthAt(field, from, x.Of(at.X), y.Of(at.Y), z.Of(at.Z)) : 0;
                if (kind == Block.Air || strength > strengths[cell])
                {
                    (strengths[cell], zoomed[cell]) = (strength, kind);
                }
            }
        }

        return zoomed;
    }

    private static List<Block> KindsOf(BlockGrid structure)
    {
        Span<bool> present = stackalloc bool[256];
        present.Clear();
        foreach (var block in structure.Blocks)
        {
            present[(int)block] = true;
        }

        var kinds = new List<Block>();
        for (var kind = 0; kind < present.Length; kind++)
        {
            if (present[kind])
            {
                kinds.Add((Block)kind);
            }
        }

        return kinds;
    }

    private static void FillField(double[] field, BlockGrid structure, Block kind, int order)
    {
        var blocks = structure.Blocks;
        for (var cell = 0; cell < field.Length; cell++)
        {
            field[cell] = blocks[cell] == kind ? 1 : 0;
        }

        SplinePrefilter.Apply(field, structure.Size, order);
    }

    private static double StrengthAt(double[] field, GridSize size, ReadOnlySpan<SplineWeights.Tap> xs, ReadOnlySpan<SplineWeights.Tap> ys, ReadOnlySpan<SplineWeights.Tap> zs)
    {
        var sum = 0.0;
        foreach (var x in xs)
        {
            foreach (var y in ys)
            {
                var (row, weight) = (size.CellAt(x.Cell, y.Cell, 0), x.Weight * y.Weight);
                foreach (var z in zs)
                {
                    sum += field[row + z.Cell] * weight * z.Weight;
                }
            }
        }

        return sum;
    }
}
