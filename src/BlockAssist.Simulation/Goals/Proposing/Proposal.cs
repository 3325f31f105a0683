using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>A goal that a solver is to build.</summary>
/// <param name="Kind">What was done to make it up.</param>
/// <param name="Level">How hard it is meant to be, from 1 on.</param>
/// <param name="Goal">The goal, of the size of the site.</param>
/// <param name="Steps">How many steps the solver has.</param>
public sealed record Proposal(ProposalKind Kind, int Level, BlockGrid Goal, int Steps);
