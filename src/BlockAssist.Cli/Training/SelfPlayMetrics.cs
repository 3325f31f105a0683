using BlockAssist.Cli.Pictures;
using BlockAssist.Game.Pictures;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Training;

/// <summary>What the metrics of self-play come to: a summary, and a picture.</summary>
internal static class SelfPlayMetrics
{
    private const int SummedUp = 20;
    private const int Points = 300;

    /// <summary>The means of the last iterations.</summary>
    public static Dictionary<string, double> Summary(string metrics)
    {
        var last = SelfPlayFolder.Read(metrics).TakeLast(SummedUp).ToList();
        var summary = new Dictionary<string, double>();
        if (last.Count > 0)
        {
            summary["level"] = last[^1].Level;
            summary["cells_a_turn"] = last.Average(each => each.CellsATurn);
            summary["divergence"] = last.Average(each => each.Divergence);
            summary["entropy"] = last.Average(each => each.Entropy);
        }

        if (last.Sum(each => each.Judged) is > 0 and var judged)
        {
            summary["goal_share"] = last.Sum(each => each.Judged * each.GoalShare ?? 0) / judged;
            summary["success"] = last.Sum(each => each.Judged * each.Success ?? 0) / judged;
        }

        return summary;
    }

    /// <summary>Draws the metrics into a PNG.</summary>
    public static void Draw(string metrics, string picture)
    {
        var all = SelfPlayFolder.Read(metrics).ToList();
        List<LineChart> charts =
        [
            .. Chart("LEVEL", all.Select(each => each.Level)),
            .. Chart("CELLS A TURN", all.Select(each => each.CellsATurn)),
            .. Chart("GOAL SHARE, %", all.Select(each => 100 * each.GoalShare).OfType<double>()),
            .. Chart("KL, NATS A TURN", all.Select(each => each.Divergence)),
        ];
        var canvas = new Canvas(LineChart.Width, Math.Max(charts.Count, 1) * LineChart.Height, LineChart.Paper);
        for (var chart = 0; chart < charts.Count; chart++)
        {
            canvas.Draw(charts[chart].Draw(all.Count), 0, chart * LineChart.Height);
        }

        AtomicFile.Write(picture, stream => PngPicture.Write(canvas, stream));
    }

    private static IEnumerable<LineChart> Chart(string title, IEnumerable<double> values)
    {
        var all = values.ToList();
        var stretch = Math.Max(1, (all.Count + Points - 1) / Points);
        return all.Count == 0 ? [] : [new LineChart(title, [.. all.Chunk(stretch).Select(chunk => chunk.Average())])];
    }
}
