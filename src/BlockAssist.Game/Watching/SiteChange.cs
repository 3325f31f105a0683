using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>A cell of a site that changed, and can be changed back.</summary>
/// <param name="Time">When, in milliseconds since the start.</param>
/// <param name="Cell">Which cell.</param>
/// <param name="Before">What it held.</param>
/// <param name="After">What it held then.</param>
/// <param name="Builder">Who did it; of a correction, who edited the cell last.</param>
public readonly record struct SiteChange(long Time, int Cell, Block Before, Block After, int Builder);
