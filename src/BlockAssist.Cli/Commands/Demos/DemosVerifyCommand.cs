using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos verify</c>: replays episodes and compares every state.</summary>
internal static class DemosVerifyCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var files = DemoInput.Files();
        var verb = new Verb(
            "verify",
            "Replays episodes and compares every recorded state; exit code 1 if any is damaged, cut off or comes out differently.",
            new Example("blockassist demos verify", "those of this node"),
            new Example("blockassist demos verify episodes/ --json", "those of a folder, for a program")) { files };
        verb.Runs((parsed, context, cancellation) => Verify(context, DemoInput.Expand(parsed.GetValue(files), context.Home), cancellation));
        return verb;
    }

    private static ExitCode Verify(CommandContext context, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var clock = context.Surroundings.Clock;
        var start = clock.GetTimestamp();
        var sum = context.WithProgress("replaying", paths.Count, meter => ParallelRuns.Run(
            paths.Count,
            () => paths,
            (all, number) =>
            {
                var one = EpisodeVerification.Verify(all[number]);
                meter.Advance();
                return one;
            },
            cancellation: cancellation).Aggregate(EpisodeVerification.None, (a, b) => a + b));
        var seconds = clock.GetElapsedTime(start).TotalSeconds;
        context.Output.Result(
            new VerificationReport(
                sum.Episodes, sum.Exact, sum.CutOff, sum.Steps, sum.Mismatches, Math.Round(sum.Milliseconds / 1000.0 / Math.Max(seconds, 1e-9)), sum.Reasons),
            DemoJson.Default.VerificationReport,
            Sentence);
        return sum.Fault is null
            ? ExitCode.Done
            : throw new ForeseenException($"{sum.Episodes - sum.Exact - sum.CutOff} of {sum.Episodes} episodes are not exact: {sum.Fault}");
    }

    private static string CutOff(VerificationReport report) => report.CutOff == 0 ? "" : $", {report.CutOff} exact as far as they go";

    private static string Sentence(VerificationReport report) => string.Join('\n', (string[])
    [
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Exact} of {report.Episodes} episodes exact{CutOff(report)}, {report.Steps} steps, {report.Mismatches} mismatches, {report.TimesRealTime:N0} times real time."),
        .. report.Reasons,
    ]);
}
