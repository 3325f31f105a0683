using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Training;

/// <summary>The metrics of a training, a line of JSON for each step.</summary>
public sealed class TrainingLog : IDisposable
{
    private const int SummedUp = 100;

    private readonly StreamWriter _lines;

    private TrainingLog(string path) => _lines = new StreamWriter(path, append: true) { AutoFlush = true };

    /// <summary>Opens a log to add to it; lines that tell of steps after a moment, or that were cut off, are dropped first.</summary>
    internal static TrainingLog Open(string path, int stage, int step)
    {
        if (File.Exists(path))
        {
            var kept = File.ReadAllLines(path).TakeWhile(line => IsUpTo(line, stage, step)).ToList();
            AtomicFile.Write(path, stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                kept.ForEach(writer.WriteLine);
            });
        }

        return new TrainingLog(path);
    }

    /// <summary>The mean loss and accuracy of the last steps of a log; where it was measured, the least loss on what is not learnt.</summary>
    internal static Dictionary<string, double> Summary(string path)
    {
        var steps = Read(path).ToList();
        var last = steps.TakeLast(SummedUp).ToList();
        var summary = new Dictionary<string, double> { ["loss"] = last.Average(step => step.Loss), ["accuracy"] = last.Average(step => step.Accuracy) };
        if (steps.Min(step => step.Validation) is { } least)
        {
            summary[BestWeights.LossMetric] = least;
        }

        return summary;
    }

    /// <summary>The steps of a log, in order.</summary>
    public static IEnumerable<StepForm> Read(string path) =>
        File.ReadLines(path).Select(line => JsonSerializer.Deserialize(line, TrainingJson.Default.StepForm)!);

    /// <summary>Adds a step.</summary>
    /// <param name="stage">The number of its stage.</param>
    /// <param name="step">What it showed.</param>
    /// <param name="seconds">How long the training has taken since it was last taken up.</param>
    /// <param name="validation">How bad the weights are at what is not learnt; null if that was not measured.</param>
    public void Add(int stage, TrainingStep step, double seconds, double? validation) => _lines.WriteLine(JsonSerializer.Serialize(
        new StepForm(stage, step.Step, step.Loss, step.Accuracy, step.Rate, step.GradientNorm, Math.Round(seconds, 3), validation), TrainingJson.Default.StepForm));

    /// <inheritdoc/>
    public void Dispose() => _lines.Dispose();

    private static bool IsUpTo(string line, int stage, int step)
    {
        try
        {
            return JsonSerializer.Deserialize(line, TrainingJson.Default.StepForm) is { } form
                && (form.Stage < stage || (form.Stage == stage && form.Step <= step));
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
