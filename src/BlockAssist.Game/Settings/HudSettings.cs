using System.Text.Json.Serialization;
using BlockAssist.Game.Hud;

namespace BlockAssist.Game.Settings;

/// <summary>How a person likes what is shown over the picture.</summary>
public sealed record HudSettings
{
    /// <summary>The largest text.</summary>
    public const float LargestText = 2;

    /// <summary>How many pixels of the screen a HUD pixel is wide; 0 for what suits the window.</summary>
    public int Scale { get; init; }

    /// <summary>How much larger than usual text is.</summary>
    public float TextSize { get; init; } = 1;

    /// <summary>The colours the person tells apart.</summary>
    public ColourVision ColourVision { get; init; }

    /// <summary>Whether nothing blinks, slides or turns by itself.</summary>
    public bool ReducedMotion { get; init; }

    /// <summary>The look that this asks for.</summary>
    [JsonIgnore]
    public HudTheme Theme => HudTheme.Usual.For(ColourVision) with { TextSize = TextSize, ReducedMotion = ReducedMotion };

    /// <summary>The same with every value in its range.</summary>
    public HudSettings Clamped() => this with
    {
        Scale = Math.Clamp(Scale, 0, HudArea.MostScale),
        TextSize = Math.Clamp(TextSize, 1, LargestText),
        ColourVision = Enum.IsDefined(ColourVision) ? ColourVision : ColourVision.Usual,
    };
}
