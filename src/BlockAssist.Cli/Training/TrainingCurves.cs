using BlockAssist.Cli.Pictures;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Training;

/// <summary>Draws how a training went: loss and accuracy over its steps, stage after stage.</summary>
internal static class TrainingCurves
{
    private const int Points = 300;

    /// <summary>The picture of a training that keeps its files in a folder.</summary>
    public static string PathIn(string folder) => Path.Combine(folder, "curves.png");

    /// <summary>Draws the metrics of a training into a PNG.</summary>
    public static void Draw(string metrics, string picture)
    {
        var steps = TrainingLog.Read(metrics).ToList();
        var loss = new LineChart("LOSS, NATS A TURN", Thinned(steps, step => step.Loss));
        var accuracy = new LineChart("ACCURACY, %", Thinned(steps, step => 100 * step.Accuracy));
        var canvas = new Canvas(LineChart.Width, 2 * LineChart.Height, LineChart.Paper);
        canvas.Draw(loss.Draw(steps.Count), 0, 0);
        canvas.Draw(accuracy.Draw(steps.Count), 0, LineChart.Height);
        AtomicFile.Write(picture, canvas.WritePng);
    }

    // Steps jump about; the mean of a stretch shows where it goes.
    private static List<double> Thinned(List<StepForm> steps, Func<StepForm, double> value)
    {
        var stretch = Math.Max(1, (steps.Count + Points - 1) / Points);
        return [.. steps.Chunk(stretch).Select(chunk => chunk.Average(value))];
    }
}
