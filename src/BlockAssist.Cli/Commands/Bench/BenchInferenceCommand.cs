using System.CommandLine;
using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Inference.Bench;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench inference</c>: the human model as it is served.</summary>
internal static class BenchInferenceCommand
{
    private const ulong Seed = 1;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var model = new Option<string?>("--model")
        {
            Description = "A served model to be measured alone; by default a human model of the usual size with fresh weights, against torch and in all formats.",
            HelpName = "FILE",
        };
        var threads = Ranged.Option("--threads", "How many threads each may use.", 1, (1, 256));
        var rounds = Ranged.Option("--rounds", "How often the two take turns.", 30, (1, 10_000));
        var verb = new Verb(
            "inference",
            "How long a model takes for one position and how many positions a second it gets through, against torch in the same run.",
            new Example("blockassist bench inference", "tables; takes a minute or two"),
            new Example("blockassist bench inference --rounds 5 --json", "quick, for a program"),
            new Example("blockassist bench inference --model human.onnx", "a model of your own")) { model, threads, rounds };
        verb.Runs((parsed, context, cancellation) =>
        {
            var options = new InferenceBenchOptions
            {
                Rounds = parsed.GetValue(rounds),
                Inference = new InferenceOptions { Threads = parsed.GetValue(threads) },
            };
            return Run(context, parsed.GetValue(model), options, cancellation);
        });
        return verb;
    }

    private static ExitCode Run(CommandContext context, string? model, InferenceBenchOptions options, CancellationToken cancellation)
    {
        var parts = new InferenceBench(context.Surroundings.Clock, options).Parts;
        var figures = context.WithProgress("measuring", parts, meter =>
        {
            var bench = new InferenceBench(context.Surroundings.Clock, options, () => meter.Advance(), cancellation);
            return model is null ? MeasureFresh(bench, options) : MeasureFile(bench, options, model);
        });
        context.Output.Result(figures, InferenceJson.Default.InferenceFigures, InferenceTables.Of);
        return ExitCode.Done;
    }

    private static InferenceFigures MeasureFresh(InferenceBench bench, InferenceBenchOptions options)
    {
        TorchRuntime.Start(options.Inference.Threads);
        var network = new HumanNetwork(new HumanNetworkOptions());
        using var weights = WeightSet.Fresh(network.Weights(), Seed);
        return bench.Measure(new ServedHumanNetwork(network), weights);
    }

    private static InferenceFigures MeasureFile(InferenceBench bench, InferenceBenchOptions options, string model)
    {
        using var engine = InferenceEngine.Open(model, options.Inference);
        return bench.Measure(engine);
    }
}
