using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Verification;
using Spectre.Console;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train segment</c>: a few steps from a checkpoint, and the claim of what came of them.</summary>
internal static class SegmentCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var state = new Argument<string>("STATE") { Description = "A checkpoint of a training under way (state.safetensors)." };
        var data = LearningInput.Data();
        var threads = LearningInput.Threads();
        var steps = StepCounts.Option("--steps", $"How many steps the segments have, which all start at the checkpoint; replays take up to {new SegmentLimits().Steps}.", 6);
        var windows = new Option<bool>("--windows") { Description = "Name every window, for verifiers that have some of the episodes only." };
        var folder = new Option<string>("--out") { Description = "The folder for the segments.", HelpName = "DIR", DefaultValueFactory = _ => "segments" };
        var verb = new Verb(
            "segment",
            "Makes a few steps from a checkpoint and writes down what it claims, for others to replay.",
            new Example("blockassist train segment human/state.safetensors --data episodes", "six steps, in segments/segment-6.bas")) { state, data, steps, threads, windows, folder };
        verb.Runs((parsed, context, cancellation) =>
        {
            var lengths = StepCounts.Lengths(parsed.GetRequiredValue(steps), steps.Name);
            TorchRuntime.Start(parsed.GetValue(threads));
            var trainer = new SegmentTrainer(
                SegmentStart.Load(parsed.GetRequiredValue(state)), LearningInput.Open(context, parsed.GetValue(data)), context.Surroundings.Variable, CPU)
            {
                NamesWindows = parsed.GetValue(windows),
            };
            return Run(context, trainer, lengths, parsed.GetRequiredValue(folder), cancellation);
        });
        return verb;
    }

    private static ExitCode Run(CommandContext context, SegmentTrainer trainer, int[] steps, string folder, CancellationToken cancellation)
    {
        var written = new List<WrittenSegment>();
        foreach (var segment in trainer.Train(steps, cancellation))
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"segment-{segment.Steps}{SegmentFile.Extension}"));
            SegmentFile.Save(segment, file);
            written.Add(new WrittenSegment(file, segment.FirstStep, segment.Steps, segment.End, segment.Class.Key));
        }

        context.Output.Result(new WrittenSegments(written), TrainJson.Default.WrittenSegments, Table);
        return ExitCode.Done;
    }

    private static Table Table(WrittenSegments written)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("file", "first step", "steps", "ends in the state");
        foreach (var one in written.Segments)
        {
            table.AddRow(Markup.Escape(one.File), $"{one.FirstStep}", $"{one.Steps}", one.End);
        }

        return table;
    }
}
