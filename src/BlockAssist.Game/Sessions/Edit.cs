using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>A change of a cell that can be taken back as long as nobody changed the cell since.</summary>
/// <param name="Cell">The cell of the site.</param>
/// <param name="Before">What it held.</param>
/// <param name="After">What it held then.</param>
/// <param name="StampBefore">Which change had made it what it was.</param>
/// <param name="StampAfter">The stamp of this change.</param>
internal readonly record struct Edit(int Cell, Block Before, Block After, long StampBefore, long StampAfter)
{
    /// <summary>The change back.</summary>
    public Edit Inverse => new(Cell, After, Before, StampAfter, StampBefore);
}
