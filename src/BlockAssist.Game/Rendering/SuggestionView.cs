using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>A block that somebody suggests, to be shown.</summary>
/// <param name="Cell">The cell of the world.</param>
/// <param name="Block">The block.</param>
/// <param name="IsAccepted">Whether it was accepted.</param>
/// <param name="IsCurrent">Whether it is the one that an answer would be about.</param>
public readonly record struct SuggestionView(BlockPos Cell, Block Block, bool IsAccepted, bool IsCurrent);
