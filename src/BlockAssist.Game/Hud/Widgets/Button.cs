using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Does something when it is clicked, or used by Enter or Space.</summary>
/// <param name="label">What is on it.</param>
/// <param name="pressed">What it does.</param>
public sealed class Button(string label, Action pressed) : Widget
{
    /// <summary>What is on it.</summary>
    public string Text { get; set; } = label;

    /// <summary>What is said of it at its right end; empty for nothing, and the label in the middle.</summary>
    public string Detail { get; set; } = "";

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        if (Detail.Length == 0)
        {
            batch.Text(Text, Bounds.Inset(4, 0), LabelColour(batch.Theme), TextAlign.Centre);
            return;
        }

        var inner = Bounds.Inset(8, 0);
        var label = batch.WidthOf(Text) + 8;
        batch.Text(Text, inner, LabelColour(batch.Theme));
        batch.Text(Detail, inner with { X = inner.X + label, Width = inner.Width - label }, IsEnabled ? batch.Theme.Accent : LabelColour(batch.Theme), TextAlign.Right);
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        if (!IsUse(happened) && !IsClick(happened))
        {
            return false;
        }

        Activate();
        pressed();
        return true;
    }
}
