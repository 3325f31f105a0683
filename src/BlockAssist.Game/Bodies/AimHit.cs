using BlockAssist.Game.Meshing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Bodies;

/// <summary>What an aim met.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Face">Which of its faces.</param>
/// <param name="Distance">How far from the eye, in blocks.</param>
public readonly record struct AimHit(BlockPos Cell, Face Face, double Distance)
{
    /// <summary>The cell in front of the face: where a block goes.</summary>
    public BlockPos Before => Cell + BlockPos.Directions[(int)Face];
}
