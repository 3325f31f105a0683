using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train replay</c>: is what a segment claims what comes of its steps?</summary>
internal static class ReplayCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("SEGMENT") { Description = "The segment." };
        var start = new Option<string>("--start") { Description = "The checkpoint where it starts.", HelpName = "FILE", Required = true };
        var data = LearningInput.Data();
        var threads = LearningInput.Threads();
        var calibration = new Option<string?>("--calibration") { Description = "What train calibrate wrote: how far other classes of device may be off.", HelpName = "FILE" };
        var verb = new Verb(
            "replay",
            "Makes the steps of a segment again and says whether they come to what it claims: exit code 0 if it is exact or close, 1 if it is different, undecided or refused.",
            new Example("blockassist train replay segment-6.bas --start state.safetensors --data episodes", "exact, if this machine is like the one that made it"),
            new Example("blockassist train replay segment-6.bas --start state.safetensors --data episodes --calibration calibration.json --json", "near enough, if not"))
        {
            file, start, data, calibration, threads,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            TorchRuntime.Start(parsed.GetValue(threads));
            var own = DeviceClass.Of(CPU, context.Surroundings.Variable);
            var report = parsed.GetValue(calibration) is { } path ? CalibrationFile.Load(path) : null;
            var replay = new SegmentReplay(LearningInput.Open(context, parsed.GetValue(data)), new SegmentLimits(), own, CPU)
            {
                Tolerance = segment => report?.ToleranceFor(segment, own),
            };
            var verdict = replay.Replay(SegmentFile.Load(parsed.GetRequiredValue(file)), parsed.GetRequiredValue(start), cancellation);
            context.Output.Result(verdict, CalibrationJson.Default.ReplayVerdict, Sentence);
            return verdict.Outcome is ReplayOutcome.Exact or ReplayOutcome.Close ? ExitCode.Done : ExitCode.Failed;
        });
        return verb;
    }

    private static string Sentence(ReplayVerdict verdict)
    {
        var difference = verdict.Difference is { } off ? string.Create(CultureInfo.InvariantCulture, $"; off by {off:E2}") : "";
        var tolerance = verdict.Tolerance is { } tolerated ? string.Create(CultureInfo.InvariantCulture, $", tolerated {tolerated:E2}") : "";
        return $"{verdict.Outcome}: {verdict.Reason}{difference}{tolerance}";
    }
}
