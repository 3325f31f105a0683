using System.CommandLine;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>all</c>: fuzzes target after target, each in a process of its own.</summary>
internal static class AllCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var (minutes, seed, keep, json) = (FuzzOptions.CpuMinutes(), FuzzOptions.Seed(), FuzzOptions.Keep(), FuzzOptions.Json());
        var jobs = new Option<int>("--jobs") { Description = "How many at a time.", DefaultValueFactory = _ => 1 };
        var names = new Option<string[]>("--targets") { Description = "Only these, or those whose names begin so.", AllowMultipleArgumentsPerToken = true };
        var command = new Command("all", "Fuzzes every target for so many minutes more, those first that had the fewest. Ends with 1 if anything is wrong.") { minutes, seed, keep, jobs, names, json };
        command.SetAction(parsed =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(keep));
            var asked = parsed.GetValue(names) ?? [];
            var targets = FuzzTargets.All
                .Where(target => asked.Length == 0 || asked.Any(name => target.Name.StartsWith(name, StringComparison.Ordinal)))
                .OrderBy(target => new KeptRun(folder, target.Name).Progress.CpuSeconds)
                .ToList();
            var runs = new List<FuzzProgress>();
            Parallel.ForEach(targets, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parsed.GetValue(jobs)) }, target =>
            {
                var progress = IsolatedRun.Of(target, folder, parsed.GetValue(minutes), parsed.GetValue(seed)).Progress;
                lock (runs)
                {
                    runs.Add(progress);
                    Console.Error.WriteLine(FormattableString.Invariant($"{runs.Count}/{targets.Count} {target.Name}: {progress.Inputs:N0} inputs, {progress.Findings} findings"));
                }
            });
            Progress.Write([.. runs.OrderBy(run => run.Target, StringComparer.Ordinal)], parsed.GetValue(json));
            return runs.Any(run => run.Findings > 0) ? 1 : 0;
        });
        return command;
    }
}
