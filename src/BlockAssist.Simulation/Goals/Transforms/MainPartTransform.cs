using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Keeps only the largest connected part of a structure that is too large for the room.</summary>
/// <remarks>
/// Ours. Unlike <see cref="LargestComponentTransform"/> it does not take the ground as a connection, so that a house is
/// not shrunk for the sake of a tree beside it. What fits stays as it is, and so does what has more than 2²⁴ cells.
/// </remarks>
/// <param name="connectivity">Which cells count as neighbours.</param>
public sealed class MainPartTransform(Connectivity connectivity) : IGoalTransform
{
    // Bounds the memory that a structure full of single blocks can ask for.
    private const int LargestVolume = 1 << 24;

    /// <inheritdoc/>
    public string Name => "main_part";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        if (structure.Size.FitsInto(room) || structure.Size.Volume > LargestVolume)
        {
            return structure;
        }

        var components = structure.Components(connectivity, floor: false);
        return components.Cut(structure, components.Largest());
    }
}
