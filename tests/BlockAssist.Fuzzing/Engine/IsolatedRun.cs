using System.Diagnostics;
using BlockAssist.Fuzzing.Commands;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Fuzzes a target in processes that may die of it, one after the other until the time is over.</summary>
internal static class IsolatedRun
{
    private const int MostDeaths = 20;
    private const int Least = 2;

    /// <summary>Fuzzes.</summary>
    /// <param name="target">The target.</param>
    /// <param name="folder">Where everything is kept.</param>
    /// <param name="minutes">How long processors work for it.</param>
    /// <param name="seed">Decides the changes.</param>
    /// <returns>What came of it.</returns>
    public static KeptRun Of(FuzzTarget target, string folder, double minutes, ulong seed)
    {
        var until = new KeptRun(folder, target.Name).Progress.CpuSeconds + (60 * minutes);
        for (var deaths = 0; ; deaths++)
        {
            var kept = new KeptRun(folder, target.Name);
            var left = until - kept.Progress.CpuSeconds;
            if (left < Least || deaths > MostDeaths || HasEndedWell(target, folder, left / 60, seed + (ulong)deaths, out var words))
            {
                return new KeptRun(folder, target.Name);
            }

            kept = new KeptRun(folder, target.Name);
            if (LastInput.Read(kept.LastInputFile) is { } input)
            {
                kept.Keep(new Finding(FindingKind.Crash, $"crash {FirstOf(words)}", words), input);
            }

            kept.Tell(kept.Progress with { CpuSeconds = kept.Progress.CpuSeconds + 1 });
        }
    }

    private static bool HasEndedWell(FuzzTarget target, string folder, double minutes, ulong seed, out string words)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "BlockAssist.Fuzzing.dll"));
        }

        Array.ForEach(RunCommand.Words(target, folder, minutes, seed), start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        words = process.StandardError.ReadToEnd();
        said.GetAwaiter().GetResult();
        process.WaitForExit();
        return process.ExitCode is 0 or 1;
    }

    // A stack that overflows is told in thousands of lines; where it began, in the first ones of ours.
    private static string FirstOf(string words) =>
        words.Split('\n').FirstOrDefault(line => line.Contains(" at BlockAssist.", StringComparison.Ordinal) && !line.Contains("BlockAssist.Fuzzing", StringComparison.Ordinal))?.Trim() ?? "without words";
}
