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

    /// <summary>Runs a process to its end, or ends it with all that it has started.</summary>
    /// <param name="start">How to start it; its output is to be read.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Its exit code, and all that it said.</returns>
    /// <exception cref="ForeseenException">It cannot be started.</exception>
    public static async Task<(int Code, string Output, string Error)> RunAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        using var process = Process.Start(start) ?? throw new ForeseenException("No process could be started");
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            var texts = await Task.WhenAll(output, error);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, texts[0], texts[1]);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    /// <summary>The last line of what it said: why it failed, if it did.</summary>
    public static string LastLine(string text) => text.Trim().Split('\n')[^1].Trim();
}
