using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Conformance;

namespace BlockAssist.Cli.Commands;

/// <summary><c>blockassist simulate --check</c>: recorded runs of MBAG against our rules.</summary>
internal static class ConformanceRun
{
    private const int ShownMismatches = 20;

    private static readonly string[] Endings = [".jsonl", ".jsonl.gz"];

    /// <summary>Checks the files, and all in the folders; a mismatch is a failure.</summary>
    public static ExitCode Check(CommandContext context, IReadOnlyList<string> named, CancellationToken cancellation)
    {
        var files = FileTree.Expand(named, Endings);
        var sum = context.WithProgress("checking", files.Count, meter =>
        {
            var sum = ConformanceFile.None;
            foreach (var file in files)
            {
                cancellation.ThrowIfCancellationRequested();
                sum += ConformanceFile.Check(file);
                meter.Advance();
            }

            return sum;
        });
        if (sum.Result.Checks == 0)
        {
            throw new ForeseenException("The files hold no recorded answer to compare");
        }

        var mismatches = sum.Result.Mismatches;
        context.Output.Result(
            new ConformanceReport(sum.Trajectories, sum.Steps, sum.Result.Checks, mismatches.Count, [.. mismatches.Take(ShownMismatches)]),
            PlayJson.Default.ConformanceReport,
            Sentence);
        return mismatches.Count == 0
            ? ExitCode.Done
            : throw new ForeseenException($"{mismatches.Count} of {sum.Result.Checks} recorded answers differ");
    }

    private static string Sentence(ConformanceReport report) => string.Join('\n', (string[])
    [
        $"{report.Trajectories} trajectories, {report.Steps} steps, {report.Checks} answers compared, {report.Mismatches} differ.",
        .. report.First,
    ]);
}
