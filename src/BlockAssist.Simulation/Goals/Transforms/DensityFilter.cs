using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Rejects structures that are too empty or too full.</summary>
/// <remarks>MBAG's `density_filter`.</remarks>
/// <param name="minDensity">The smallest share of cells that may be filled.</param>
/// <param name="maxDensity">The largest share of cells that may be filled.</param>
public sealed class DensityFilter(double minDensity = 0, double maxDensity = 1) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "density_filter";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random) =>
        structure.Density() is var density && density >= minDensity && density <= maxDensity ? structure : null;
}
