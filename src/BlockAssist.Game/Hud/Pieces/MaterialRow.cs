using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>A block that the blueprint needs.</summary>
/// <param name="Block">The block.</param>
/// <param name="Left">How many are still to be put.</param>
/// <param name="Needed">How many the blueprint has in all.</param>
public readonly record struct MaterialRow(Block Block, int Left, int Needed);
