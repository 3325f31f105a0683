using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Keeps the largest connected part of a structure and turns the rest into air.</summary>
/// <remarks>
/// MBAG's `largest_cc`: all that touches the bottom layer is one part, as if joined by a floor that is not counted. Of
/// equally large parts the one on the ground is kept, else the first in cell order.
/// </remarks>
/// <param name="connectivity">Which cells count as neighbours.</param>
public sealed class LargestComponentTransform(Connectivity connectivity = Connectivity.Faces) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "largest_cc";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var components = structure.Components(connectivity, floor: true);
        return components.Cut(structure, components.Largest());
    }
}
