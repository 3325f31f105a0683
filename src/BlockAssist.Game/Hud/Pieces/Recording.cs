using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Says that a recording runs, and for how long. It blinks once a second, or not at all with reduced motion.</summary>
public static class Recording
{
    private const int Border = 3;

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, RecordingView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var unit = batch.Area.TextUnit;
        var length = batch.Format($"{(int)view.Length.TotalHours:00}:{view.Length.Minutes:00}:{view.Length.Seconds:00}");
        var word = view.IsPaused ? "❚❚" : "REC";
        var signs = 8 * unit;
        var width = (2 * Border) + 2 + signs + batch.WidthOf(word) + (5 * unit) + batch.WidthOf(length);
        batch.Panel(at with { Width = Math.Min(at.Width, width) });
        var inner = at.Inset(Border + 1, 0);
        if (!view.IsPaused)
        {
            var isDark = !batch.Theme.ReducedMotion && batch.Seconds % 1 >= 0.5;
            batch.Text("●", inner, batch.Theme.Recording.Faded(isDark ? 0.25f : 1));
        }

        batch.Text(word, inner with { X = inner.X + signs, Width = inner.Width - signs }, view.IsPaused ? batch.Theme.DimText : batch.Theme.Recording);
        var before = signs + batch.WidthOf(word) + (5 * unit);
        batch.Text(length, inner with { X = inner.X + before, Width = inner.Width - before }, batch.Theme.Text);
    }
}
