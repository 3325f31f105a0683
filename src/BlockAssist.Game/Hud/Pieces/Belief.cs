using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>The assistant says what it believes it is helping to build.</summary>
public static class Belief
{
    private const int Border = 3;
    private const int Lines = 3;
    private const int SignWidth = 10;

    /// <summary>How high it is, in HUD pixels.</summary>
    /// <param name="unit">How many HUD pixels a pixel of the font is.</param>
    public static float HeightAt(float unit) => (2 * Border) + (Lines * PixelFont.LineHeight * unit);

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, BeliefView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(at);
        var line = at.Inset(Border + 1, Border) with { Height = batch.LineHeight };
        batch.Text("The assistant says:", line, batch.Theme.DimText);
        var (second, third) = (line.Moved(0, batch.LineHeight), line.Moved(0, 2 * batch.LineHeight));
        if (view.SeesGoal)
        {
            batch.Text("I see the blueprint,", second, batch.Theme.Text);
            batch.Text("so I need not guess.", third, batch.Theme.Text);
        }
        else if (view is { Sure: 0, Guesses: 0 })
        {
            batch.Text("I cannot tell yet what", second, batch.Theme.Text);
            batch.Text("is to come. Build on!", third, batch.Theme.Text);
        }
        else
        {
            var extent = batch.Format($"{view.Extent.X}×{view.Extent.Y}×{view.Extent.Z}");
            batch.Text(view.Extent == default ? "" : extent, line, batch.Theme.DimText, TextAlign.Right);
            DrawCount(batch, second, "●", batch.Format($"Sure of {view.Sure} more {(view.Sure == 1 ? "block" : "blocks")}"));
            DrawCount(batch, third, "?", batch.Format($"A guess at {view.Guesses} {(view.Guesses == 1 ? "other" : "others")}"));
        }
    }

    private static void DrawCount(HudBatch batch, HudRect line, string sign, ReadOnlySpan<char> words)
    {
        var before = SignWidth * batch.Area.TextUnit;
        batch.Text(sign, line, batch.Theme.Accent);
        batch.Text(words, line with { X = line.X + before, Width = line.Width - before }, batch.Theme.Text);
    }
}
