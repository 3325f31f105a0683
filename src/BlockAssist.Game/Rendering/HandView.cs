using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>What is seen of the player's own hand.</summary>
/// <param name="Held">The block in it; air for an empty one.</param>
/// <param name="Stride">How far the player has walked, in blocks: the hand sways by it.</param>
/// <param name="Pace">How fast the player walks, 0 to 1: how far the hand sways; 0 for a hand that keeps still.</param>
/// <param name="Swing">How far the hand is through a stroke, 0 to 1; 0 for none.</param>
public readonly record struct HandView(Block Held, float Stride, float Pace, float Swing);
