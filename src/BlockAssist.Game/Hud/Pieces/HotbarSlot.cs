using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What is in a slot of the hotbar.</summary>
/// <param name="Block">The block; air for an empty slot.</param>
/// <param name="Count">How many there are; null for as many as wanted.</param>
public readonly record struct HotbarSlot(Block Block, int? Count = null);
