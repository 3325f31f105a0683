using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training.Bench;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench train</c>: how fast a human model learns.</summary>
internal static class BenchTrainCommand
{
    private const int Houses = 4;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var threads = Ranged.Option("--threads", "How many threads each may use.", 1, (1, 256));
        var rounds = Ranged.Option("--rounds", "How often the two take turns.", 5, (1, 1000));
        var verb = new Verb(
            "train",
            "How many turns a second the human model learns from, against the network that it replaces in the same run.",
            new Example("blockassist bench train", "a table; takes a minute or two"),
            new Example("blockassist bench train --rounds 2 --json", "quick, for a program")) { threads, rounds };
        verb.Runs((parsed, context, cancellation) =>
            Run(context, new TrainingBenchOptions { Rounds = parsed.GetValue(rounds), Threads = parsed.GetValue(threads) }, cancellation));
        return verb;
    }

    private static ExitCode Run(CommandContext context, TrainingBenchOptions options, CancellationToken cancellation)
    {
        TorchRuntime.Start(options.Threads);
        var clock = context.Surroundings.Clock;
        var figures = context.WithProgress("measuring", 2, meter =>
        {
            using var play = new BenchHouses(Houses, cancellation);
            meter.Advance();
            var measured = new TrainingBench(clock, options, cancellation).Measure(play.Demonstrations);
            meter.Advance();
            return measured;
        });
        context.Output.Result(figures, TrainingJson.Default.TrainingFigures, TrainingTables.Of);
        return ExitCode.Done;
    }
}
