using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>Colours in the four bytes that vertices carry.</summary>
internal static class Colours
{
    /// <summary>Packs red, green, blue and alpha, 0 to 1 each, from the lowest byte.</summary>
    public static uint Pack(Vector4 colour)
    {
        var bytes = Vector4.Clamp(colour, Vector4.Zero, Vector4.One) * 255;
        return (uint)bytes.X | ((uint)bytes.Y << 8) | ((uint)bytes.Z << 16) | ((uint)bytes.W << 24);
    }
}
