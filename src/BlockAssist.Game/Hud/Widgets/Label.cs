using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Text that is only read; it may take several lines.</summary>
public sealed class Label(string text) : Widget
{
    /// <inheritdoc/>
    public override bool CanFocus => false;

    /// <summary>What it says.</summary>
    public string Text { get; set; } = text;

    /// <summary>Where in its place the lines stand.</summary>
    public TextAlign Align { get; init; }

    /// <summary>How high it is at a width.</summary>
    public float HeightAt(HudArea area, float width) =>
        TextLayout.CountLines(Text, (int)(width / area.TextUnit)) * PixelFont.LineHeight * area.TextUnit;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Paragraph(Text, Bounds, batch.Theme.DimText, Align);
    }
}
