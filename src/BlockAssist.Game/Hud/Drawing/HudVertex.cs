using System.Runtime.InteropServices;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>A corner of a quad, as the graphics card takes it.</summary>
/// <param name="X">From the left, in pixels of the screen.</param>
/// <param name="Y">From the top, in pixels of the screen.</param>
/// <param name="U">In the atlas from the left, in its pixels.</param>
/// <param name="V">In the atlas from the top, in its pixels.</param>
/// <param name="Colour">What the picture's colour is multiplied by.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct HudVertex(float X, float Y, ushort U, ushort V, HudColour Colour)
{
    /// <summary>In bytes.</summary>
    public const int Size = 16;
}
