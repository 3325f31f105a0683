using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Evaluation;

/// <summary>What is to be built in an episode.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Blocks">The goal, of the size of the site.</param>
public sealed record PlayGoal(string Name, BlockGrid Blocks);
