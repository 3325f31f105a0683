using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals;

/// <summary>What a pipeline made of a structure: a goal, or the transform that rejected it.</summary>
/// <param name="Goal">The goal, or null if the structure was rejected.</param>
/// <param name="RejectedBy">The name of the transform that rejected the structure, or null if none did.</param>
public sealed record GoalOutcome(BlockGrid? Goal, string? RejectedBy);
