using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Fills what is enclosed above and below in a structure: a house becomes solid.</summary>
public sealed class FillTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "fill";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var (size, filled) = (structure.Size, structure.Clone());
        for (var x = 0; x < size.Width; x++)
        {
            for (var z = 0; z < size.Depth; z++)
            {
                FillColumn(filled, x, z);
            }
        }

        return filled;
    }

    private static void FillColumn(BlockGrid grid, int x, int z)
    {
        var above = Block.Air;
        for (var y = grid.Size.Height - 1; y > 0; y--)
        {
            ref var block = ref grid.Blocks[grid.Size.CellAt(new BlockPos(x, y, z))];
            above = block == Block.Air ? above : block;
            block = above;
        }
    }
}
