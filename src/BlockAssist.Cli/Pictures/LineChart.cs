using System.Globalization;
using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Pictures;

/// <summary>A line over equal steps, with its scale.</summary>
/// <param name="title">What is shown; capitals and digits only, as the font has them.</param>
/// <param name="values">The line, from left to right; not empty.</param>
internal sealed class LineChart(string title, IReadOnlyList<double> values)
{
    /// <summary>How wide a chart is, in pixels.</summary>
    public const int Width = 720;

    /// <summary>How high.</summary>
    public const int Height = 260;

    /// <summary>What it is drawn on.</summary>
    public static Rgba Paper { get; } = new(250, 250, 246, 255);

    private const int Left = 56;
    private const int Right = 16;
    private const int Top = 32;
    private const int Bottom = 32;
    private const int Gridlines = 5;

    private static readonly Rgba Ink = new(60, 60, 60, 255);
    private static readonly Rgba Grid = new(222, 222, 214, 255);
    private static readonly Rgba Line = new(32, 110, 180, 255);

    private readonly double _least = values.Min();
    private readonly double _most = Math.Max(values.Max(), values.Min() + 1e-9);

    /// <summary>Draws it.</summary>
    /// <param name="steps">How many steps the line covers.</param>
    public Canvas Draw(int steps)
    {
        var canvas = new Canvas(Width, Height, Paper);
        PixelFont.Draw(canvas, title, (Left, 12), Ink);
        DrawGrid(canvas, steps);
        for (var i = 1; i < values.Count; i++)
        {
            Stroke(canvas, PointOf(i - 1), PointOf(i));
        }

        return canvas;
    }

    private void DrawGrid(Canvas canvas, int steps)
    {
        for (var grid = 0; grid <= Gridlines; grid++)
        {
            var value = _least + ((_most - _least) * grid / Gridlines);
            var y = (int)Math.Round(YOf(value));
            for (var x = Left; x < Width - Right; x++)
            {
                canvas.Plot(x, y, Grid);
            }

            PixelFont.Draw(canvas, value.ToString("0.00", CultureInfo.InvariantCulture), (8, y - 4), Ink);
        }

        PixelFont.Draw(canvas, "0", (Left, Height - 20), Ink);
        PixelFont.Draw(canvas, $"STEP {steps}", (Width - Right - 64, Height - 20), Ink);
    }

    private (double X, double Y) PointOf(int index) =>
        (Left + ((double)(Width - Left - Right) * index / Math.Max(values.Count - 1, 1)), YOf(values[index]));

    private double YOf(double value) => Height - Bottom - ((Height - Top - Bottom) * (value - _least) / (_most - _least));

    private static void Stroke(Canvas canvas, (double X, double Y) from, (double X, double Y) to)
    {
        var dots = 1 + (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)));
        for (var dot = 0; dot <= dots; dot++)
        {
            var (x, y) = ((int)Math.Round(from.X + ((to.X - from.X) * dot / dots)), (int)Math.Round(from.Y + ((to.Y - from.Y) * dot / dots)));
            canvas.Plot(x, y, Line);
            canvas.Plot(x, y + 1, Line);
        }
    }
}
