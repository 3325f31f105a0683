namespace BlockAssist.Game.Hud;

/// <summary>What the HUD and the screens look like.</summary>
public sealed record HudTheme
{
    /// <summary>The usual one.</summary>
    public static HudTheme Usual { get; } = new();

    /// <summary>How much larger than usual text is, 1 to 2; see <see cref="HudArea.For"/>.</summary>
    public float TextSize { get; init; } = 1;

    /// <summary>Whether nothing blinks or slides.</summary>
    public bool ReducedMotion { get; init; }

    /// <summary>The colours of the marks.</summary>
    public MarkColours Marks { get; init; } = MarkColours.Usual;

    /// <summary>Behind text.</summary>
    public HudColour Panel { get; init; } = HudColour.Rgb(0x12161C) with { A = 176 };

    /// <summary>Around panels.</summary>
    public HudColour PanelEdge { get; init; } = HudColour.Rgb(0x0A0C10) with { A = 150 };

    /// <summary>Behind a menu, over the world.</summary>
    public HudColour Backdrop { get; init; } = HudColour.Rgb(0x0B0E13) with { A = 200 };

    /// <summary>Text.</summary>
    public HudColour Text { get; init; } = HudColour.Rgb(0xF4F2EC);

    /// <summary>Text that matters less.</summary>
    public HudColour DimText { get; init; } = HudColour.Rgb(0xAEB6C0);

    /// <summary>Under text.</summary>
    public HudColour TextShadow { get; init; } = HudColour.Rgb(0x0A0C10) with { A = 190 };

    /// <summary>What is chosen, and has the focus.</summary>
    public HudColour Accent { get; init; } = HudColour.Rgb(0xFFD166);

    /// <summary>What can be pressed.</summary>
    public HudColour Control { get; init; } = HudColour.Rgb(0x3A4452) with { A = 235 };

    /// <summary>What can be pressed, with the pointer on it.</summary>
    public HudColour HoveredControl { get; init; } = HudColour.Rgb(0x506078) with { A = 240 };

    /// <summary>What can be pressed, but not now.</summary>
    public HudColour DisabledControl { get; init; } = HudColour.Rgb(0x23282F) with { A = 215 };

    /// <summary>What is written into, and the groove of a slider.</summary>
    public HudColour Well { get; init; } = HudColour.Rgb(0x0D1014) with { A = 230 };

    /// <summary>A recording runs.</summary>
    public HudColour Recording { get; init; } = HudColour.Rgb(0xFF453A);

    /// <summary>For a person who sees some colours.</summary>
    public HudTheme For(ColourVision vision) => this with { Marks = MarkColours.For(vision) };
}
