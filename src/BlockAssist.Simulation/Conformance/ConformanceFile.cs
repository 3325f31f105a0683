using System.Text.Json;
using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Conformance;

/// <summary>A file of recorded cases, one JSON object a line, plain or gzipped, and what comes of checking it.</summary>
/// <param name="Trajectories">How many trajectories were played.</param>
/// <param name="Steps">How many steps they had.</param>
/// <param name="Result">What was compared, and what differs.</param>
public sealed record ConformanceFile(int Trajectories, int Steps, CheckResult Result)
{
    /// <summary>Nothing checked yet.</summary>
    public static ConformanceFile None { get; } = new(0, 0, CheckResult.None);

    /// <summary>Both as one.</summary>
    public static ConformanceFile operator +(ConformanceFile a, ConformanceFile b) =>
        new(a.Trajectories + b.Trajectories, a.Steps + b.Steps, a.Result + b.Result);

    /// <summary>Checks every line of a file.</summary>
    /// <exception cref="InvalidDataException">A line is no case of a known kind.</exception>
    public static ConformanceFile Check(string path)
    {
        using var file = File.OpenRead(path);
        return Check(file, path);
    }

    /// <summary>Checks every line of a recording.</summary>
    /// <param name="source">The recording; it can be sought in.</param>
    /// <param name="path">What messages call it.</param>
    /// <exception cref="InvalidDataException">A line is no case of a known kind.</exception>
    public static ConformanceFile Check(Stream source, string path)
    {
        var (sum, number) = (None, 1);
        try
        {
            foreach (var line in RecordedLines.Read(source))
            {
                sum += CheckLine(line, $"{path}, line {number}");
                number++;
            }
        }
        catch (InvalidDataException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}, line {number}: {error.Message}", error);
        }

        return sum;
    }

    private static ConformanceFile CheckLine(string text, string where)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return CheckCase(document.RootElement, where);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException or ArgumentException)
        {
            throw new InvalidDataException($"{where}: not a recorded case: {OneLine.Of(error.Message, OneLine.MaxReasonLength)}", error);
        }
    }

    private static ConformanceFile CheckCase(JsonElement line, string where)
    {
        if (line.TryGetProperty("steps", out var steps))
        {
            return new ConformanceFile(1, steps.GetArrayLength(), TrajectoryCheck.Check(line));
        }

        return new ConformanceFile(0, 0, line switch
        {
            _ when line.TryGetProperty("queries", out _) => SightCheck.CheckQueries(line),
            _ when line.TryGetProperty("call", out _) => SightCheck.CheckCall(line),
            _ when line.TryGetProperty("outputs", out _) => TransformCheck.Check(line),
            _ when line.TryGetProperty("metrics", out _) => MetricsCheck.Check(line),
            _ when line.TryGetProperty("outcome", out _) => CheckResult.None,
            _ => throw new InvalidDataException($"{where}: expected a trajectory, queries of sight, transforms or metrics."),
        });
    }
}
