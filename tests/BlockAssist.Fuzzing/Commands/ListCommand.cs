using System.CommandLine;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>list</c>: what can be fuzzed, and how far it is.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "What can be fuzzed, how far that is, and what each may throw.");
        command.SetAction(_ =>
        {
            foreach (var target in FuzzTargets.All)
            {
                var progress = FuzzCorpus.ProgressOf(target.Name);
                Console.WriteLine(FormattableString.Invariant($"{target.Name,-28} {FuzzCorpus.Of(target).Count,4} inputs of {progress.Inputs,13:N0} in {progress.CpuSeconds / 60,6:F1} CPU min  {string.Join(", ", target.Allowed.Select(type => type.Name).DefaultIfEmpty("throws nothing"))}"));
            }
        });
        return command;
    }
}
