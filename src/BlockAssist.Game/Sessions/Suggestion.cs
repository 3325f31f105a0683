using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>A block that the assistant would place.</summary>
/// <param name="Cell">The cell of the site.</param>
/// <param name="Block">The block.</param>
/// <param name="IsAccepted">Whether the player wants it: then the assistant is about to place it.</param>
public readonly record struct Suggestion(int Cell, Block Block, bool IsAccepted);
