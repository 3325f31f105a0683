using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Rejects structures that are too small along some axis.</summary>
/// <remarks>MBAG's `min_size_filter`.</remarks>
/// <param name="minSize">The smallest size that passes.</param>
public sealed class MinSizeFilter(GridSize minSize) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "min_size_filter";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random) =>
        minSize.FitsInto(structure.Size) ? structure : null;
}
