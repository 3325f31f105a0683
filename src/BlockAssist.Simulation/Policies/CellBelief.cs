using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>What somebody believes will become of a cell.</summary>
/// <param name="Block">The likeliest change: the block that comes into an empty cell, or air where one goes.</param>
/// <param name="Chance">How likely that is, 0 to 1; 0 where nothing is believed.</param>
public readonly record struct CellBelief(Block Block, float Chance);
