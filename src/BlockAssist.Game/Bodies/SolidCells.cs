using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>An aim at what one bumps into.</summary>
/// <param name="World">The world.</param>
public readonly record struct SolidCells(VoxelWorld World) : ICellTest
{
    /// <inheritdoc/>
    public bool Hits(BlockPos cell) => World.Size.Contains(cell) && World[cell].IsSolid();

    /// <summary>Whether a cell borders on one of them: then a block can be put there.</summary>
    public bool Adjoin(BlockPos cell)
    {
        foreach (var step in BlockPos.Directions)
        {
            if (Hits(cell + step))
            {
                return true;
            }
        }

        return false;
    }
}
