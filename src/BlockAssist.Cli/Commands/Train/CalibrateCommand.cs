using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train calibrate</c>: how far honest machines are apart, and what cheats stand out from that.</summary>
internal static class CalibrateCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = LearningInput.Data();
        var from = new Option<string[]>("--from")
        {
            Description = "Checkpoints of one training to start from (state.safetensors); by default a human model of the usual size is trained first.",
            HelpName = "STATE...",
            AllowMultipleArgumentsPerToken = true,
        };
        var states = StepCounts.Option("--states", "After how many steps of that training segments start.", 5, 200);
        var steps = StepCounts.Option("--steps", "How many steps segments have.", 1, 3, 6, 12);
        var factor = Ranged.Option("--factor", "How many times the worst honest drift is tolerated.", 4.0, (1.0, 1000.0));
        var file = new Option<string?>("--out") { Description = "Write the tolerances into this file, for verifiers.", HelpName = "FILE" };
        var verb = new Verb(
            "calibrate",
            "Measures how far honest segments are apart between classes of device, and which cheats are told from them.",
            new Example("blockassist train calibrate --data episodes --out calibration.json", "takes some minutes"),
            new Example("blockassist train calibrate --data episodes --from early/state.safetensors late/state.safetensors --json", "of a training of your own")) { data, from, states, steps, factor, file };
        verb.Runs((parsed, context, cancellation) =>
        {
            var order = new CalibrationOrder(
                LearningInput.Paths(context, parsed.GetValue(data)),
                parsed.GetValue(from) ?? [],
                StepCounts.Ordered(parsed.GetRequiredValue(states), states.Name),
                new CalibrationOptions { Lengths = StepCounts.Lengths(parsed.GetRequiredValue(steps), steps.Name), Factor = parsed.GetValue(factor) });
            return Run(context, order, parsed.GetValue(file), cancellation);
        });
        return verb;
    }

    private static ExitCode Run(CommandContext context, CalibrationOrder order, string? file, CancellationToken cancellation)
    {
        TorchRuntime.Start(1);
        var folder = Directory.CreateTempSubdirectory("blockassist-calibrate-").FullName;
        try
        {
            var report = context.WithProgress("calibrating", order.Steps, meter => Measure(context, order, folder, meter, cancellation));
            if (file is not null)
            {
                CalibrationFile.Save(report, file);
            }

            context.Output.Result(report, CalibrationJson.Default.CalibrationReport, CalibrationTables.Of);
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CalibrationReport Measure(CommandContext context, CalibrationOrder order, string folder, ProgressMeter meter, CancellationToken cancellation)
    {
        var data = LearningInput.Open(context, order.Data);
        var network = new HumanNetwork(new HumanNetworkOptions());
        var recipe = new TrainingRecipe(HumanLessons.Describe(network), [new TrainingStage("calibration", new HumanLessons(network, data), new TrainingOptions())]);
        var states = order.From.Length > 0
            ? order.From
            : new CalibrationStates(recipe, folder, CPU).Train(order.States, () => meter.Advance(), cancellation);
        var calibration = new Calibration(data, DeviceClass.Of(CPU, context.Surroundings.Variable), CPU, order.Options, () => meter.Advance());
        var child = new SegmentChild(folder, order.Data, order.Options.Lengths);
        return calibration.Measure(states, ClassSetup.OfOneMachine, Segments, cancellation);

        IReadOnlyList<TrainingSegment> Segments(ClassSetup setup, string state)
        {
            var segments = child.Train(setup, state, cancellation);
            meter.Advance(order.Options.Lengths[^1]);
            return segments;
        }
    }
}
