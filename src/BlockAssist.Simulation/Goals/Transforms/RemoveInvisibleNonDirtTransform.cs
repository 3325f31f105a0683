using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Turns blocks of the bottom layer into dirt where the layer above hides them.</summary>
/// <remarks>
/// MBAG's `remove_invisible_non_dirt`, meant to come after `add_grass`. Glass and air do not hide. A structure of one
/// layer stays as it is, where MBAG fails.
/// </remarks>
public sealed class RemoveInvisibleNonDirtTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "remove_invisible_non_dirt";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var changed = structure.Clone();
        for (var x = 0; x < structure.Size.Width; x++)
        {
            for (var z = 0; z < structure.Size.Depth; z++)
            {
                var hidden = structure.AtOrAir(new BlockPos(x, 1, z)) is not (Block.Air or Block.Glass);
                if (hidden && changed[x, 0, z] != Block.Air)
                {
                    changed[x, 0, z] = Block.Dirt;
                }
            }
        }

        return changed;
    }
}
