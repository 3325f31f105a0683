using System.Text.Json;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Commands;

/// <summary>What came of runs, for people and machines.</summary>
internal static class Progress
{
    /// <summary>Writes it to standard output.</summary>
    public static void Write(IReadOnlyList<FuzzProgress> runs, bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new FuzzReport(runs), FuzzingJson.Default.FuzzReport));
            return;
        }

        Console.WriteLine($"{"target",-28} {"CPU min",8} {"inputs",12} {"kept",6} {"branches",9} {"findings",9}");
        foreach (var run in runs)
        {
            Console.WriteLine(FormattableString.Invariant($"{run.Target,-28} {run.CpuSeconds / 60,8:F1} {run.Inputs,12:N0} {run.Kept,6} {run.Branches,9} {run.Findings,9}"));
        }
    }
}
