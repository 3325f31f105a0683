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
    private const double Height = 400;

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
        var model = new PlotModel { Title = chart.Title, TitleFontSize = 14, Background = OxyColors.White, PlotAreaBorderColor = OxyColors.Gray };
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.RightTop, LegendPlacement = LegendPlacement.Outside });
        model.Axes.Add(Across(chart));
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Left, Title = chart.Up, MajorGridlineStyle = LineStyle.Dot, MajorGridlineColor = OxyColors.LightGray });
        foreach (var line in chart.Lines)
        {
            model.Series.Add(Joined(line));
            model.Series.Add(Intervals(line));
        }

        return new SvgExporter { Width = Width, Height = Height }.ExportToString(model);
    }

    private static Axis Across(StudyChart chart) => chart.IsLogarithmic
        ? new LogarithmicAxis { Position = AxisPosition.Bottom, Title = chart.Across, Base = 2 }
        : new LinearAxis { Position = AxisPosition.Bottom, Title = chart.Across };

    private static LineSeries Joined(StudyLine line)
    {
        var series = new LineSeries { Title = line.Name, MarkerType = MarkerType.Circle, MarkerSize = 3 };
        series.Points.AddRange(line.Points.Select(point => new DataPoint(point.Across, point.Up)));
        return series;
    }

    private static ScatterErrorSeries Intervals(StudyLine line)
    {
        var series = new ScatterErrorSeries { MarkerType = MarkerType.None, ErrorBarColor = OxyColors.Gray, ErrorBarStopWidth = 3, RenderInLegend = false };
        series.Points.AddRange(line.Points.Select(point => new ScatterErrorPoint(point.Across, (point.Low + point.High) / 2, 0, point.High - point.Low)));
        return series;
    }
}
