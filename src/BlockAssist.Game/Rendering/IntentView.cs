using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>What a builder is about to do, to be shown.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">Where the builder is, in the world: its chest if it reaches for a block, its feet if it walks.</param>
/// <param name="Cell">The cell that it is about.</param>
/// <param name="Block">The block that is placed; air otherwise.</param>
public readonly record struct IntentView(IntentKind Kind, Vector3 From, BlockPos Cell, Block Block);
