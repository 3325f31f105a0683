using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Rendering;

/// <summary>How a builder's body stands.</summary>
/// <param name="Feet">The middle of the soles, in the world.</param>
/// <param name="Yaw">Where it looks, in degrees: 0 south, 90 west.</param>
/// <param name="Pitch">Where it looks up (−90) or down (90), in degrees.</param>
/// <param name="Stride">How far it has walked, in blocks: legs swing by it.</param>
/// <param name="Pace">How fast it walks, 0 to 1: how far legs swing.</param>
/// <param name="Swing">How far an arm is through a stroke, 0 to 1; 0 for none.</param>
/// <param name="Held">The block in hand; air for none.</param>
public readonly record struct AvatarPose(Vector3 Feet, float Yaw, float Pitch, float Stride, float Pace, float Swing, Block Held);
