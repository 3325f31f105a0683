using System.Text.Json;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Personal;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Personal;

/// <summary>What came of learning from a player, time after time: a line each, in a file of the home.</summary>
/// <param name="home">The home.</param>
internal sealed class LessonLog(NodeHome home)
{
    /// <summary>The file.</summary>
    public string Path => System.IO.Path.Combine(home.Training, "lessons.jsonl");

    /// <summary>Adds what came of it, if anything was learnt or tried.</summary>
    public void Add(PersonalReport report, DateTimeOffset at)
    {
        if (report.Learnt is null && report.Trial is null)
        {
            return;
        }

        // A line that a crash cut off ends here, and is left out by whoever reads.
        Directory.CreateDirectory(home.Training);
        using var file = new FileStream(Path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write([.. "\n"u8, .. JsonSerializer.SerializeToUtf8Bytes(new Lesson(at, report.Sessions, report.Learnt, report.Tried, report.Trial, report.IsPromoted), PersonalJsonForms.Default.Lesson)]);
        file.Flush(flushToDisk: true);
    }

    /// <summary>A lesson in a line of the file; null if it is none, or of a newer version.</summary>
    public static Lesson? In(string line)
    {
        try
        {
            return line.Length == 0 || JsonVersion.Of(line) > JsonVersion.First ? null : JsonSerializer.Deserialize(line, PersonalJsonForms.Default.Lesson);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What came of learning from a player once.</summary>
/// <param name="At">When.</param>
/// <param name="Sessions">How many sessions there were.</param>
/// <param name="Learnt">The model that learnt from them; null if there was nothing new.</param>
/// <param name="Tried">The model that was tried on sessions that it had not learnt from; null if none was.</param>
/// <param name="Trial">How it did.</param>
/// <param name="IsPromoted">Whether it plays since.</param>
internal sealed record Lesson(DateTimeOffset At, int Sessions, string? Learnt, string? Tried, PersonalTrial? Trial, bool IsPromoted);
