using BlockAssist.Cli.Dashboard.Pages;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Curves as pages draw them.</summary>
internal static class Curves
{
    /// <summary>A curve of so many points at most: the mean of each stretch, which shows where it goes.</summary>
    public static IReadOnlyList<FigurePoint> Thinned(IReadOnlyList<FigurePoint> points, int most)
    {
        var stretch = Math.Max(1, (points.Count + most - 1) / most);
        return stretch == 1 ? points : [.. points.Chunk(stretch).Select(chunk => new FigurePoint(chunk[^1].X, Math.Round(chunk.Average(one => one.Y), 6)))];
    }

    /// <summary>A number that JSON can say; null for what is none.</summary>
    public static double? Known(double value) => double.IsFinite(value) ? value : null;
}
