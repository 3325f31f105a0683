using System.Text;
using BlockAssist.Simulation.Files;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>Draws charts as SVG.</summary>
internal static class ChartDrawing
{
    private const double Width = 640;
    private const double Height = 440;
    private const double Room = 0.05;
    private const double Apart = 0.012;

    // Those of Okabe and Ito (2008) that stand out on white: told apart by people who see fewer colours, too.
    private static readonly OxyColor[] Colors =
    [
        OxyColor.FromRgb(0, 114, 178),
        OxyColor.FromRgb(213, 94, 0),
        OxyColor.FromRgb(0, 158, 115),
        OxyColor.FromRgb(204, 121, 167),
        OxyColor.FromRgb(86, 180, 233),
        OxyColor.FromRgb(230, 159, 0),
    ];

    /// <summary>Writes a chart, so that it is there whole or not at all.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="folder">Where to; the file has the chart's name.</param>
    /// <returns>The file.</returns>
    public static string Save(StudyChart chart, string folder)
    {
        ArgumentNullException.ThrowIfNull(chart);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{chart.Name}.svg");
        var text = Encoding.UTF8.GetBytes(Draw(chart));
        AtomicFile.Write(file, stream => stream.Write(text));
        return file;
    }

    private static string Draw(StudyChart chart)
    {
        var model = new PlotModel
        {
            Title = chart.Title,
            TitleFontSize = 14,
            TitlePadding = 12,
            Padding = new OxyThickness(12, 20, 24, 12),
            Background = OxyColors.White,
            PlotAreaBorderColor = OxyColors.Gray,
        };
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.BottomCenter, LegendPlacement = LegendPlacement.Outside, LegendOrientation = LegendOrientation.Horizontal, LegendItemSpacing = 24 });
        model.Axes.Add(Across(chart));
        model.Axes.Add(Up(chart));
        for (var number = 0; number < chart.Lines.Count; number++)
        {
            var (line, color) = (Beside(chart, number), Colors[number % Colors.Length]);
            model.Series.Add(Joined(line, color));
            model.Series.Add(Intervals(line, color));
        }

        return new SvgExporter { Width = Width, Height = Height }.ExportToString(model);
    }

    private static Axis Across(StudyChart chart) => chart.IsLogarithmic
        ? new LogarithmicAxis { Position = AxisPosition.Bottom, Title = chart.Across, Base = 2 }
        : new LinearAxis { Position = AxisPosition.Bottom, Title = chart.Across };

    // With room for whole intervals: series with intervals tell the axis of their middles only.
    private static LinearAxis Up(StudyChart chart)
    {
        var points = chart.Lines.SelectMany(line => line.Points).ToList();
        var axis = new LinearAxis { Position = AxisPosition.Left, Title = chart.Up, MajorGridlineStyle = LineStyle.Dot, MajorGridlineColor = OxyColors.LightGray, AxisTitleDistance = 12 };
        if (points.Count > 0)
        {
            var (low, high) = (points.Min(point => Math.Min(point.Low, point.Up)), points.Max(point => Math.Max(point.High, point.Up)));
            var room = high > low ? Room * (high - low) : 1;
            (axis.Minimum, axis.Maximum) = (low - room, high + room);
        }

        return axis;
    }

    // A little to the right of the lines before it, so that the intervals of one place do not cover each other.
    private static StudyLine Beside(StudyChart chart, int number)
    {
        var line = chart.Lines[number];
        var width = chart.Lines.SelectMany(one => one.Points).Max(point => point.Across) - chart.Lines.SelectMany(one => one.Points).Min(point => point.Across);
        return line with
        {
            Points = [.. line.Points.Select(point => point with
            {
                Across = chart.IsLogarithmic ? point.Across * Math.Pow(1 + (2 * Apart), number) : point.Across + (Apart * width * number),
            })],
        };
    }

    private static LineSeries Joined(StudyLine line, OxyColor color)
    {
        var series = new LineSeries { Title = line.Name, Color = color, MarkerType = MarkerType.Circle, MarkerSize = 4, MarkerFill = color };
        series.Points.AddRange(line.Points.Select(point => new DataPoint(point.Across, point.Up)));
        return series;
    }

    private static ScatterErrorSeries Intervals(StudyLine line, OxyColor color)
    {
        var series = new ScatterErrorSeries { MarkerType = MarkerType.None, ErrorBarColor = color, ErrorBarStopWidth = 3, RenderInLegend = false };
        series.Points.AddRange(line.Points.Select(point => new ScatterErrorPoint(point.Across, (point.Low + point.High) / 2, 0, point.High - point.Low)));
        return series;
    }
}
