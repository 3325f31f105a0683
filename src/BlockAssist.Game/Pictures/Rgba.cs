using System.Numerics;

namespace BlockAssist.Game.Pictures;

/// <summary>The colour of one pixel, eight bits a channel; 0 in <paramref name="A"/> is fully transparent.</summary>
public readonly record struct Rgba(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>The colour as three numbers from 0 to 1; its transparency is left out.</summary>
    public Vector3 ToVector() => new Vector3(R, G, B) / 255f;

    /// <summary>An opaque colour from three numbers; what lies outside 0 to 1 is cut off.</summary>
    public static Rgba FromVector(Vector3 colour)
    {
        var scaled = Vector3.Clamp(colour, Vector3.Zero, Vector3.One) * 255f;
        return new Rgba((byte)(scaled.X + 0.5f), (byte)(scaled.Y + 0.5f), (byte)(scaled.Z + 0.5f));
    }
}
