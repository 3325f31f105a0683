namespace BlockAssist.Game.Hud;

/// <summary>The colours of the marks: for the HUD, and for whoever marks cells in the world.</summary>
public sealed record MarkColours(HudColour Right, HudColour Missing, HudColour Wrong, HudColour Extra)
{
    /// <summary>Green, blue, red, magenta.</summary>
    public static MarkColours Usual { get; } = Of(0x6FDC6F, 0x4FB8FF, 0xFF4B3E, 0xFF7AF0);

    /// <summary>Green, sky blue, vermilion and yellow: Okabe and Ito's, which differ in brightness too.</summary>
    public static MarkColours Deuteranopia { get; } = Of(0x009E73, 0x56B4E9, 0xD55E00, 0xF0E442);

    /// <summary>Grey, cyan, red and pale pink.</summary>
    public static MarkColours Tritanopia { get; } = Of(0x5E7C80, 0x35C9D6, 0xE5173F, 0xFFD0DA);

    /// <summary>The colour of a mark.</summary>
    public HudColour this[Mark mark] => mark switch
    {
        Mark.Right => Right,
        Mark.Missing => Missing,
        Mark.Wrong => Wrong,
        _ => Extra,
    };

    /// <summary>The colours that a person tells apart.</summary>
    public static MarkColours For(ColourVision vision) => vision switch
    {
        ColourVision.Deuteranopia => Deuteranopia,
        ColourVision.Tritanopia => Tritanopia,
        _ => Usual,
    };

    private static MarkColours Of(int right, int missing, int wrong, int extra) =>
        new(HudColour.Rgb(right), HudColour.Rgb(missing), HudColour.Rgb(wrong), HudColour.Rgb(extra));
}
