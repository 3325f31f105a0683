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

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        DrawControl(batch);
        batch.Text(Text, Bounds.Inset(4, 0), LabelColour(batch.Theme), TextAlign.Centre);
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        if (!IsUse(happened) && !IsClick(happened))
        {
            return false;
        }

        pressed();
        return true;
    }
}
