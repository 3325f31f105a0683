using System.Diagnostics;

namespace BlockAssist.Cli.Running;

/// <summary>This program once more, in a process of its own.</summary>
internal static class OwnProcess
{
    /// <summary>How to start it, whatever started this one: its launcher lies beside it, and without one dotnet runs it. Its output is to be read.</summary>
    /// <param name="words">The verb and its options.</param>
    /// <param name="environment">What its environment has besides.</param>
    public static ProcessStartInfo Start(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment)
    {
        var launcher = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "blockassist.exe" : "blockassist");
        var start = File.Exists(launcher)
            ? new ProcessStartInfo(launcher, words)
            : new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "blockassist.dll"), .. words]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>The last line of what it said: why it failed, if it did.</summary>
    public static string LastLine(string text) => text.Trim().Split('\n')[^1].Trim();
}
