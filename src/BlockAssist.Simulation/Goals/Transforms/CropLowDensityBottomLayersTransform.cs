using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Cuts away thin layers at the bottom, such as stilts, roots and stray blocks, up to the first dense one.</summary>
/// <remarks>MBAG's `crop_low_density_bottom_layers`. Without a dense layer above a thin one nothing is cut.</remarks>
/// <param name="densityThreshold">The share of cells that must be filled for a layer to count as dense.</param>
public sealed class CropLowDensityBottomLayersTransform(double densityThreshold = 0.1) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "crop_low_density_bottom_layers";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var size = structure.Size;
        var bottom = 0;
        while (bottom < size.Height && LayerDensity(structure, bottom) < densityThreshold)
        {
            bottom++;
        }

        return bottom == 0 || bottom == size.Height
            ? structure
            : structure.Cut(new BlockPos(0, bottom, 0), size with { Height = size.Height - bottom });
    }

    private static double LayerDensity(BlockGrid structure, int y)
    {
        var size = structure.Size;
        var solid = 0;
        for (var x = 0; x < size.Width; x++)
        {
            var row = structure.Blocks.Slice(size.CellAt(x, y, 0), size.Depth);
            solid += size.Depth - row.Count(Block.Air);
        }

        return (double)solid / (size.Width * size.Depth);
    }
}
