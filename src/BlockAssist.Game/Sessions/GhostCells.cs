using BlockAssist.Game.Bodies;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>An aim at what is solid, and at blocks that a blueprint is missing.</summary>
/// <param name="World">The world.</param>
/// <param name="Site">The site.</param>
/// <param name="Frame">Where the site is in the world.</param>
/// <param name="Layers">The layers of the blueprint that are shown.</param>
public readonly record struct GhostCells(VoxelWorld World, BuildSite Site, SiteFrame Frame, LayerFilter Layers) : ICellTest
{
    /// <inheritdoc/>
    public bool Hits(BlockPos cell) => new SolidCells(World).Hits(cell) || IsGhost(cell);

    /// <summary>Whether the blueprint shows a missing block in a cell of the world.</summary>
    public bool IsGhost(BlockPos cell)
    {
        var at = Frame.ToSite(cell);
        return Frame.Size.Contains(at) && Layers.Contains(at.Y)
            && Site.Blocks[Frame.Size.CellAt(at)] == Block.Air && Site.Goal[Frame.Size.CellAt(at)].IsPlaceable();
    }
}
