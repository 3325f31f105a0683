using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the assistant is at, how fast, and what it will do next.</summary>
public static class Assistant
{
    private const int Border = 3;
    private const int Lines = 3;
    private const int IconEdge = 8;

    /// <summary>How high it is, in HUD pixels.</summary>
    /// <param name="unit">How many HUD pixels a pixel of the font is.</param>
    public static float HeightAt(float unit) => (2 * Border) + (Lines * PixelFont.LineHeight * unit);

    /// <summary>Draws it.</summary>
    public static void Draw(HudBatch batch, HudRect at, AssistantView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(at);
        var line = at.Inset(Border + 1, Border) with { Height = batch.LineHeight };
        batch.Text("Assistant", line, batch.Theme.DimText);
        var speed = batch.Format($"{view.ActionsPerSecond:0.##}/s");
        batch.Text(speed, line, batch.Theme.DimText, TextAlign.Right);

        line = line.Moved(0, batch.LineHeight);
        var (sign, words, colour) = Describe(batch.Theme, view.State);
        var signs = 10 * batch.Area.TextUnit;
        batch.Text(sign, line, colour);
        batch.Text(words, line with { X = line.X + signs, Width = line.Width - signs }, batch.Theme.Text);

        if (view.Next.Length > 0)
        {
            DrawNext(batch, line.Moved(0, batch.LineHeight), view);
        }
    }

    private static void DrawNext(HudBatch batch, HudRect line, AssistantView view)
    {
        var signs = 10 * batch.Area.TextUnit;
        var edge = IconEdge * batch.Area.TextUnit;
        batch.Text("→", line, batch.Theme.Accent);
        batch.Icon(view.NextBlock, new HudRect(line.X + signs, line.MiddleY - (edge / 2), edge, edge));
        var before = signs + (view.NextBlock == Block.Air ? 0 : edge + 3);
        batch.Text(view.Next, line with { X = line.X + before, Width = line.Width - before }, batch.Theme.Text);
    }

    private static (string Sign, string Words, HudColour Colour) Describe(HudTheme theme, AssistantState state) => state switch
    {
        AssistantState.Watching => ("●", "Watching", theme.Marks.Missing),
        AssistantState.Building => ("▶", "Building", theme.Marks.Right),
        AssistantState.Suggesting => ("?", "Suggesting", theme.Accent),
        AssistantState.Paused => ("❚❚", "Paused", theme.Accent),
        AssistantState.Done => ("✓", "Nothing to do", theme.Marks.Right),
        _ => ("■", "Off", theme.DimText),
    };
}
