using System.Numerics;
using System.Runtime.InteropServices;

namespace BlockAssist.Game.Rendering;

/// <summary>A corner of a face that belongs to no section: of a ghost, a body, a crumb.</summary>
/// <param name="Place">Where, relative to the camera.</param>
/// <param name="Picture">Where on the face's picture, and which layer of the pictures; the layer is negative for none.</param>
/// <param name="Colour">Red, green, blue, alpha from the lowest byte: multiplied with the picture.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct OverlayVertex(Vector3 Place, Vector3 Picture, uint Colour);
