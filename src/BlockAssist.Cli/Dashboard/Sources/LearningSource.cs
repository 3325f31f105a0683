using System.Text.Json;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Training;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>What the trainings of a home have shown, from the figures that each leaves in its folder.</summary>
/// <param name="home">The home.</param>
internal sealed class LearningSource(NodeHome home)
{
    private const int MostTrainings = 12;
    private const int MostPoints = 80;
    private const int MostLessons = 200;
    private const int Deepest = 3;
    private const long LongestFile = 64L << 20;

    // In this order; what else a training writes down is not for everybody.
    private static readonly string[] Shown = ["loss", "validation", "accuracy", "goalShare", "success", "level", "cellsATurn"];

    private readonly StampedCache<TrainingCurve> _read = new(64);
    private readonly LessonLog _lessons = new(home);

    /// <summary>Looks.</summary>
    public LearningPage Read()
    {
        var faults = new Faults();
        List<TrainingCurve> trainings =
        [
            .. from file in faults.Try(Files, [])
               let training = faults.Try(() => _read.Get(file, FileStamp.Of(file), () => Of(file)), null)
               where training is { Steps: > 0 }
               select training,
        ];
        return new LearningPage(trainings, faults.Try(Lessons, [])) { Faults = faults.Lines };
    }

    /// <summary>All files that it reads.</summary>
    public IReadOnlyList<string> AllFiles() => File.Exists(_lessons.Path) ? [_lessons.Path, .. Files()] : Files();

    /// <summary>The files with figures, the one that was last written first.</summary>
    public IReadOnlyList<string> Files() => !Directory.Exists(home.Training) ? [] :
    [
        .. new DirectoryInfo(home.Training)
            .EnumerateFiles(Path.GetFileName(TrainingFolder.MetricsIn("")), new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Deepest, IgnoreInaccessible = true })
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Take(MostTrainings)
            .Select(file => file.FullName),
    ];

    private IReadOnlyList<LessonPoint> Lessons() => !File.Exists(_lessons.Path) ? [] :
    [
        .. SharedFile.Lines(_lessons.Path).TakeLast(MostLessons).Select(LessonLog.In).OfType<Lesson>().Select(one =>
            new LessonPoint(one.At, one.Sessions, one.Trial?.Sessions.Mean, one.Trial?.Sessions.Low, one.Trial?.Sessions.High, one.Trial?.Practice.Mean, one.IsPromoted)),
    ];

    private TrainingCurve Of(string file)
    {
        var info = new FileInfo(file);
        if (info.Length > LongestFile)
        {
            throw new ForeseenException($"{file} is too long to be shown");
        }

        var (steps, values) = (0, Shown.ToDictionary(name => name, _ => new List<FigurePoint>()));
        foreach (var line in SharedFile.Lines(file))
        {
            if (TryRead(line) is not { } figures)
            {
                // The last one is being written; or it was cut off, and what comes after it cannot be trusted.
                break;
            }

            steps++;
            foreach (var figure in Shown.Where(figures.ContainsKey))
            {
                values[figure].Add(new FigurePoint(steps, figures[figure]));
            }
        }

        var name = Path.GetRelativePath(home.Training, Path.GetDirectoryName(file)!).Replace('\\', '/');
        return new TrainingCurve(name, steps, new DateTimeOffset(info.LastWriteTimeUtc, TimeSpan.Zero), [.. Shown.Where(one => values[one].Count > 0).Select(one => new FigureCurve(one, Curves.Thinned(values[one], MostPoints)))]);
    }

    private static Dictionary<string, double>? TryRead(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null : document.RootElement.EnumerateObject()
                .Where(one => one.Value.ValueKind == JsonValueKind.Number && Shown.Contains(one.Name))
                .DistinctBy(one => one.Name)
                .ToDictionary(one => one.Name, one => one.Value.GetDouble());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
