using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>A block that is not there, to be drawn.</summary>
/// <param name="At">Its cell.</param>
/// <param name="Block">What it is.</param>
/// <param name="Open">A bit for each <see cref="Meshing.Face"/> beside which there is no other ghost.</param>
/// <param name="Colour">What its picture is multiplied with; the last number is how much it hides of what is behind it.</param>
internal readonly record struct Ghost(BlockPos At, Block Block, int Open, Vector4 Colour);
