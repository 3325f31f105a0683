using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A wide widget with a narrow one at its right, as one row of a <see cref="ScrollPane"/>.</summary>
/// <param name="wide">The wide one.</param>
/// <param name="narrow">The narrow one.</param>
/// <param name="share">How much of the width the narrow one takes, 0 to 1.</param>
public sealed class WidgetRow(Widget wide, Widget narrow, float share) : Widget
{
    private const float Gap = 3;

    /// <inheritdoc/>
    public override bool CanFocus => false;

    /// <inheritdoc/>
    public override void Place(HudRect bounds)
    {
        base.Place(bounds);
        var right = MathF.Floor(bounds.Width * share);
        wide.Place(bounds with { Width = bounds.Width - right - Gap });
        narrow.Place(bounds with { X = bounds.Right - right, Width = right });
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        wide.Draw(batch);
        narrow.Draw(batch);
    }

    /// <inheritdoc/>
    internal override Widget? At(float x, float y) => wide.At(x, y) ?? narrow.At(x, y);

    /// <inheritdoc/>
    internal override void AddFocusable(List<Widget> list)
    {
        wide.AddFocusable(list);
        narrow.AddFocusable(list);
    }

    /// <inheritdoc/>
    internal override bool Holds(Widget inner) => wide.Holds(inner) || narrow.Holds(inner);
}
