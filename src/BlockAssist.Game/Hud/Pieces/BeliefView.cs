using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the assistant believes it is helping to build.</summary>
/// <param name="SeesGoal">Whether it sees the blueprint: then it believes nothing, it knows.</param>
/// <param name="Sure">How many blocks to come it is sure enough of to place them.</param>
/// <param name="Guesses">How many more it thinks of.</param>
/// <param name="Extent">How large it takes the whole to be, with what stands; nothing if it has no idea.</param>
public readonly record struct BeliefView(bool SeesGoal, int Sure = 0, int Guesses = 0, BlockPos Extent = default);
