namespace BlockAssist.Game.Hud;

/// <summary>Which colours a person tells apart.</summary>
public enum ColourVision
{
    /// <summary>All.</summary>
    Usual,

    /// <summary>Red and green look alike (deuteranopia; serves protanopia as well).</summary>
    Deuteranopia,

    /// <summary>Blue and green look alike, and so do yellow and pink (tritanopia).</summary>
    Tritanopia,
}
