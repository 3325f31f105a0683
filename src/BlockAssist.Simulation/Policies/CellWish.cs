using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>What the person who is helped wants of a cell.</summary>
/// <param name="Kind">What.</param>
/// <param name="Block">The block that is to be placed; air if none is.</param>
public readonly record struct CellWish(CellWishKind Kind, Block Block = Block.Air);
