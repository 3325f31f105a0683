using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>An edit that could be made.</summary>
/// <param name="Cell">Where.</param>
/// <param name="At">The same as a place.</param>
/// <param name="Block">What is placed; air: what is there is broken.</param>
/// <param name="Right">How likely it is right.</param>
/// <param name="Other">How likely the cell is to be changed, but to something else.</param>
/// <param name="Soon">How likely the others will be at work there within their next edits.</param>
public readonly record struct PossibleEdit(int Cell, BlockPos At, Block Block, float Right, float Other, float Soon);
