using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>The blueprint's name and percentage, a bar, and what is left to do by kind: a shape, a colour and a number each.</summary>
public static class Progress
{
    private const int Bar = 5;
    private const int Border = 3;

    /// <summary>How high it is, in HUD pixels.</summary>
    /// <param name="unit">How many HUD pixels a pixel of the font is.</param>
    public static float HeightAt(float unit) => (2 * Border) + Bar + (2 * PixelFont.LineHeight * unit);

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, ProgressView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(at);
        var inner = at.Inset(Border + 1, Border);
        var title = inner with { Height = batch.LineHeight };
        // Never 100 % before all is done.
        var percent = batch.Format($"{(int)Math.Clamp(100 * view.Done, 0, 100)} %");
        var percentWidth = batch.WidthOf(percent);
        batch.Text(percent, title, batch.Theme.Text, TextAlign.Right);
        batch.Text(view.Name, title with { Width = title.Width - percentWidth - 4 }, batch.Theme.Text);
        DrawBar(batch, inner with { Y = title.Bottom, Height = Bar }, view.Done);
        DrawCounts(batch, inner with { Y = title.Bottom + Bar + 1, Height = batch.LineHeight }, view);
    }

    private static void DrawBar(HudBatch batch, HudRect at, float done)
    {
        batch.Panel(at, batch.Theme.Well, HudColour.Black);
        var colour = batch.Theme.Marks.Right;
        var full = at.Inset(1) with { Width = (at.Width - 2) * Math.Clamp(done, 0, 1) };
        batch.Fill(full, colour.Mixed(HudColour.White, 0.25f), colour.Mixed(HudColour.Black, 0.15f));
    }

    private static void DrawCounts(HudBatch batch, HudRect line, ProgressView view)
    {
        if (view is { Missing: 0, Wrong: 0, Extra: 0 })
        {
            MarkSign.Draw(batch, line.Square(MarkSign.Size * batch.Area.TextUnit) with { X = line.X }, Mark.Right);
            batch.Text("Complete", line with { X = line.X + (11 * batch.Area.TextUnit) }, batch.Theme.Text);
            return;
        }

        var third = line with { Width = line.Width / 3 };
        DrawCount(batch, third, Mark.Missing, view.Missing);
        DrawCount(batch, third.Moved(third.Width, 0), Mark.Wrong, view.Wrong);
        DrawCount(batch, third.Moved(2 * third.Width, 0), Mark.Extra, view.Extra);
    }

    private static void DrawCount(HudBatch batch, HudRect place, Mark mark, int count)
    {
        var size = MarkSign.Size * batch.Area.TextUnit;
        MarkSign.Draw(batch, new HudRect(place.X, place.MiddleY - (size / 2), size, size), mark);
        var text = place with { X = place.X + size + (4 * batch.Area.TextUnit), Width = place.Width - size - (5 * batch.Area.TextUnit) };
        batch.Text(batch.Format($"{count}"), text, count == 0 ? batch.Theme.DimText : batch.Theme.Text);
    }
}
