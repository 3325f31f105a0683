using BlockAssist.Game.Bodies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>An aim at what is solid, and at those missing blocks of a blueprint that can be placed as things are.</summary>
/// <remarks>A ghost that floats, or that the player stands in, hides none behind it.</remarks>
/// <param name="Ghosts">All missing blocks.</param>
/// <param name="Player">The player's body.</param>
internal readonly record struct OpenGhosts(GhostCells Ghosts, Body Player) : ICellTest
{
    /// <inheritdoc/>
    public bool Hits(BlockPos cell)
    {
        var solid = new SolidCells(Ghosts.World);
        return solid.Hits(cell) || (Ghosts.IsGhost(cell) && solid.Adjoin(cell) && !Player.Overlaps(cell));
    }
}
