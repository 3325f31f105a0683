using System.CommandLine;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>list</c>: what can be fuzzed.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "What can be fuzzed, and what each may throw.");
        command.SetAction(_ =>
        {
            foreach (var target in FuzzTargets.All)
            {
                Console.WriteLine($"{target.Name,-28} {FuzzCorpus.Of(target).Count,4} inputs  {string.Join(", ", target.Allowed.Select(type => type.Name).DefaultIfEmpty("throws nothing"))}");
            }
        });
        return command;
    }
}
