using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>An aim at what one bumps into.</summary>
/// <param name="World">The world.</param>
public readonly record struct SolidCells(VoxelWorld World) : ICellTest
{
    /// <inheritdoc/>
    public bool Hits(BlockPos cell) => World.Size.Contains(cell) && World[cell].IsSolid();
}
