using BlockAssist.Simulation.Files;

namespace BlockAssist.Tests.Shared;

/// <summary>Says that something of a newer version was refused, in the one wording for it, and that nothing was changed by that.</summary>
internal static class Newer
{
    /// <summary>What is said of something of version 2, where version 1 is the newest that is read.</summary>
    public static string Wording(string file, string what, long found = 2, long newest = 1) =>
        $"{file} is of version {found} of {what}; this program reads up to version {newest}: update BlockAssist, nothing of it was changed";

    /// <summary>Whether a sentence says so, of whatever it is.</summary>
    public static bool Is(string sentence) => sentence.Contains("; this program reads up to version ", StringComparison.Ordinal);

    /// <summary>Demands that bytes are refused.</summary>
    public static void IsRefused(string file, string what, Action read, long found = 2, long newest = 1) =>
        Assert.Equal(Wording(file, what, found, newest), Assert.Throws<NewerVersionException>(read).Message);

    /// <summary>Demands that a file is refused by all that is done, and that neither it nor anything beside it is changed, made or removed.</summary>
    public static void IsLeftAlone(string file, string what, params ReadOnlySpan<Action> acts)
    {
        var before = Around(file);
        foreach (var act in acts)
        {
            IsRefused(file, what, act);
            Assert.Equal(before, Around(file));
        }
    }

    /// <summary>What is in a file's folder: names and content. What a lock leaves is nothing.</summary>
    public static IReadOnlyDictionary<string, string> Around(string file) => Directory.EnumerateFiles(Path.GetDirectoryName(file)!)
        .Where(one => !one.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(one => one, one => Convert.ToHexString(File.ReadAllBytes(one)), StringComparer.Ordinal);
}
