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
        var x = SplineWeights.Between(structure.Size.Width, size.Width, order);
        var y = SplineWeights.Between(structure.Size.Height, size.Height, order);
        var z = SplineWeights.Between(structure.Size.Depth, size.Depth, order);
        var zoomed = new BlockGrid(size);
        var strengths = new double[size.Volume];
        var field = new double[structure.Size.Volume];
        foreach (var kind in KindsOf(structure))
        {
            FillField(field, structure, kind, order);
            for (var cell = 0; cell < size.Volume; cell++)
            {
                var at = size.PosOf(cell);
                var inside = !(x.Outside[at.X] || y.Outside[at.Y] || z.Outside[at.Z]);
                var strength = inside ? StrengthAt(field, structure.Size, at, (x, y, z)) : 0;
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

    private static double StrengthAt(
        double[] field, GridSize size, BlockPos at, (SplineWeights X, SplineWeights Y, SplineWeights Z) axes)
    {
        var taps = axes.X.Taps;
        var sum = 0.0;
        for (var i = at.X * taps; i < (at.X + 1) * taps; i++)
        {
            for (var j = at.Y * taps; j < (at.Y + 1) * taps; j++)
            {
                for (var k = at.Z * taps; k < (at.Z + 1) * taps; k++)
                {
                    var value = field[size.CellAt(axes.X.Cells[i], axes.Y.Cells[j], axes.Z.Cells[k])];
                    sum += value * axes.X.Weights[i] * axes.Y.Weights[j] * axes.Z.Weights[k];
                }
            }
        }

        return sum;
    }
}
