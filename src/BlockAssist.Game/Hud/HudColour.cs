namespace BlockAssist.Game.Hud;

/// <summary>A colour and how much it hides what is behind, a byte each; in memory red first.</summary>
public readonly record struct HudColour(byte R, byte G, byte B, byte A = 255)
{
    /// <summary>Full white: what leaves a picture as it is.</summary>
    public static HudColour White => new(255, 255, 255);

    /// <summary>Full black.</summary>
    public static HudColour Black => new(0, 0, 0);

    /// <summary>A full colour from its usual six digits, as in 0xFF8000.</summary>
    public static HudColour Rgb(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The colour, hiding less.</summary>
    /// <param name="part">Of what it hides now, 0 to 1.</param>
    public HudColour Faded(float part) => this with { A = (byte)(A * Math.Clamp(part, 0, 1)) };

    /// <summary>A colour between two.</summary>
    /// <param name="other">The other.</param>
    /// <param name="part">0 is this one, 1 the other.</param>
    public HudColour Mixed(HudColour other, float part) =>
        new(Between(R, other.R, part), Between(G, other.G, part), Between(B, other.B, part), Between(A, other.A, part));

    private static byte Between(byte from, byte to, float part) => (byte)(from + ((to - from) * Math.Clamp(part, 0, 1)));
}
