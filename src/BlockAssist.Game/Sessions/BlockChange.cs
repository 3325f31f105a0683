using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>A block of the site that somebody changed.</summary>
/// <param name="Cell">The cell of the site.</param>
/// <param name="Before">What it held.</param>
/// <param name="After">What it holds now.</param>
/// <param name="Builder">Who changed it.</param>
public readonly record struct BlockChange(int Cell, Block Before, Block After, int Builder);
