using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>The inputs that are kept with the program: those that lead far, and those that showed something wrong once; and how long was looked for them.</summary>
internal static class FuzzCorpus
{
    private const string FindingPrefix = "finding-";

    /// <summary>The inputs of a target.</summary>
    public static IReadOnlyList<byte[]> Of(FuzzTarget target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "corpus", target.Name);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)] : [];
    }

    /// <summary>How far a target was when the inputs were last written.</summary>
    public static FuzzProgress ProgressOf(string target) =>
        NotedIn(Path.Combine(AppContext.BaseDirectory, "corpus")).FirstOrDefault(one => one.Target == target) ?? new FuzzProgress(target);

    /// <summary>What is noted in a folder of corpora.</summary>
    public static IReadOnlyList<FuzzProgress> NotedIn(string folder) =>
        File.Exists(FileIn(folder)) ? JsonSerializer.Deserialize(File.ReadAllBytes(FileIn(folder)), FuzzingJson.Default.FuzzReport)!.Targets : [];

    /// <summary>Notes how far targets are, in a folder of corpora; what is known of others stays.</summary>
    public static void Note(string folder, IReadOnlyList<FuzzProgress> runs)
    {
        var all = NotedIn(folder).Where(one => runs.All(run => run.Target != one.Target)).Concat(runs).OrderBy(one => one.Target, StringComparer.Ordinal);
        AtomicFile.Write(FileIn(folder), stream => JsonSerializer.Serialize(stream, new FuzzReport([.. all]), FuzzingJson.Default.FuzzReport));
    }

    /// <summary>Whether a file showed something wrong once, and so stays however little it leads to.</summary>
    public static bool IsFinding(string path) => Path.GetFileName(path).StartsWith(FindingPrefix, StringComparison.Ordinal);

    private static string FileIn(string folder) => Path.Combine(folder, "progress.json");
}
