using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Screens;

/// <summary>A panel in the middle of a dimmed world, with a title in it.</summary>
internal static class DialogFrame
{
    /// <summary>The room between the border and what is inside.</summary>
    public const float Border = 10;

    private const float TitleSize = 2;

    /// <summary>How high the title is, with the gap below it.</summary>
    public static float TitleHeight(HudArea area) => (TitleSize * PixelFont.CapHeight * area.TextUnit) + (8 * area.TextUnit);

    /// <summary>A place in the middle for contents of a size; no larger than the screen.</summary>
    public static HudRect Around(HudArea area, float width, float height)
    {
        var (full, high) = (Math.Min(area.Width - 12, width + (2 * Border)), Math.Min(area.Height - 8, height + (2 * Border) + TitleHeight(area)));
        return new HudRect(MathF.Floor((area.Width - full) / 2), MathF.Floor((area.Height - high) / 2), full, high);
    }

    /// <summary>Where the contents are.</summary>
    public static HudRect Inside(HudArea area, HudRect frame)
    {
        var inner = frame.Inset(Border);
        return inner with { Y = inner.Y + TitleHeight(area), Height = inner.Height - TitleHeight(area) };
    }

    /// <summary>Draws it.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="frame">The panel's place.</param>
    /// <param name="title">What stands in it.</param>
    /// <param name="dimming">How dark the world is behind it, 0 to 1.</param>
    public static void Draw(HudBatch batch, HudRect frame, string title, float dimming)
    {
        batch.Fill(batch.Area.Bounds, batch.Theme.Backdrop.Faded(dimming));
        batch.Panel(frame, batch.Theme.Backdrop, batch.Theme.PanelEdge with { A = 255 });
        batch.Fill(frame.Inset(1) with { Height = 2 }, batch.Theme.Accent.Faded(0.8f));
        var fits = batch.WidthOf(title, TitleSize) <= frame.Width - Border;
        if (fits)
        {
            batch.Text(title, new(MathF.Floor(frame.MiddleX - (batch.WidthOf(title, TitleSize) / 2)), frame.Y + Border), batch.Theme.Text, TitleSize);
        }
        else
        {
            batch.Text(title, frame.Inset(Border) with { Height = TitleHeight(batch.Area) }, batch.Theme.Text, TextAlign.Centre);
        }
    }
}
