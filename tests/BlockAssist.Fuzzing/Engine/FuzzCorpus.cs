namespace BlockAssist.Fuzzing.Engine;

/// <summary>The inputs that are kept with the program: those that lead far, and those that showed something wrong once.</summary>
internal static class FuzzCorpus
{
    private const string FindingPrefix = "finding-";

    /// <summary>The inputs of a target.</summary>
    public static IReadOnlyList<byte[]> Of(FuzzTarget target)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "corpus", target.Name);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)] : [];
    }

    /// <summary>Whether a file showed something wrong once, and so stays however little it leads to.</summary>
    public static bool IsFinding(string path) => Path.GetFileName(path).StartsWith(FindingPrefix, StringComparison.Ordinal);
}
