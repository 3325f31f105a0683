using BlockAssist.Cli.Pictures;
using BlockAssist.Game.Pictures;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Training;

/// <summary>Draws how a training went: loss and accuracy over its steps, stage after stage; and the loss on what is not learnt, where that was measured.</summary>
internal static class TrainingCurves
{
    private const int Points = 300;

    /// <summary>The picture of a training that keeps its files in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "curves.png");

    /// <summary>Draws the metrics of a training into a PNG.</summary>
    /// <param name="metrics">The files with the metrics, in the order of the training.</param>
    /// <param name="picture">Where to.</param>
    public static void Draw(IReadOnlyList<string> metrics, string picture)
    {
        var steps = metrics.SelectMany(TrainingLog.Read).ToList();
        List<LineChart> charts = [new("LOSS, NATS A TURN", Thinned(steps, step => step.Loss)), new("ACCURACY, %", Thinned(steps, step => 100 * step.Accuracy))];
        if (steps.Select(step => step.Validation).OfType<double>().ToList() is { Count: > 0 } validation)
        {
            charts.Add(new LineChart("LOSS ON PLAY NOT LEARNT, NATS A TURN", validation));
        }

        var canvas = new Canvas(LineChart.Width, charts.Count * LineChart.Height, LineChart.Paper);
        for (var chart = 0; chart < charts.Count; chart++)
        {
            canvas.Draw(charts[chart].Draw(steps.Count), 0, chart * LineChart.Height);
        }

        AtomicFile.Write(picture, stream => PngPicture.Write(canvas, stream));
    }

    // Steps jump about; the mean of a stretch shows where it goes.
    private static List<double> Thinned(List<StepForm> steps, Func<StepForm, double> value)
    {
        var stretch = Math.Max(1, (steps.Count + Points - 1) / Points);
        return [.. steps.Chunk(stretch).Select(chunk => chunk.Average(value))];
    }
}
