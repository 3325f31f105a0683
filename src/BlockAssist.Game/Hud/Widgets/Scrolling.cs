using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>How far something is scrolled that is higher than its place, and the bar that shows it.</summary>
internal sealed class Scrolling
{
    /// <summary>How wide the bar is, in HUD pixels.</summary>
    public const int BarWidth = 4;

    private const int LeastBar = 8;

    /// <summary>How much of the content is above the place.</summary>
    public float Offset { get; private set; }

    /// <summary>Scrolls.</summary>
    /// <param name="offset">How much of the content is to be above the place.</param>
    /// <param name="content">How high the content is.</param>
    /// <param name="place">How high the place is.</param>
    public void To(float offset, float content, float place) => Offset = Math.Clamp(offset, 0, Math.Max(0, content - place));

    /// <summary>Scrolls as little as shows a part of the content.</summary>
    /// <param name="part">From where to where.</param>
    /// <param name="content">How high the content is.</param>
    /// <param name="place">How high the place is.</param>
    public void Reveal((float Top, float Bottom) part, float content, float place) =>
        To(part.Top < Offset ? part.Top : Math.Max(Offset, part.Bottom - place), content, place);

    /// <summary>Draws the bar, if there is something to scroll.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="place">Where the content is seen.</param>
    /// <param name="content">How high the content is.</param>
    public void DrawBar(HudBatch batch, HudRect place, float content)
    {
        if (content > place.Height)
        {
            var groove = place with { X = place.Right - BarWidth, Width = BarWidth };
            var height = Math.Max(LeastBar, groove.Height * groove.Height / content);
            var top = (groove.Height - height) * Offset / (content - place.Height);
            batch.Fill(groove, batch.Theme.Well);
            batch.Fill(groove with { Y = groove.Y + top, Height = height }, batch.Theme.DimText);
        }
    }
}
