using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>A goal that a solver is to build.</summary>
/// <param name="Number">Which of a proposer's goals it is, from 0 on.</param>
/// <param name="Kind">How it was made up.</param>
/// <param name="Level">How hard it is meant to be, from 1 on.</param>
/// <param name="Goal">The goal, of the size of the site.</param>
/// <param name="Steps">How many steps the solver has.</param>
public sealed record Proposal(int Number, ProposalKind Kind, int Level, BlockGrid Goal, int Steps);
