using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the assistant does.</summary>
/// <param name="State">What it is at.</param>
/// <param name="ActionsPerSecond">How fast it may act.</param>
/// <param name="Next">What it will do next, as a sentence; empty if it does not know yet.</param>
/// <param name="NextBlock">The block it will do it with; air if with none.</param>
public readonly record struct AssistantView(AssistantState State, float ActionsPerSecond, string Next, Block NextBlock = Block.Air);
