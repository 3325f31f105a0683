using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Training.Bench;
using BlockAssist.Learner.Updates;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench update</c>: the ways to write what a training changed.</summary>
internal static class BenchUpdateCommand
{
    private const int Houses = 4;

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var rounds = Ranged.Option("--rounds", "How many updates a training makes.", 8, (1, 1000));
        var steps = Ranged.Option("--steps", "How many steps of training an update is of.", 4, (1, 1000));
        var verb = new Verb(
            "update",
            "How small updates of a human model get in each format, how long that takes and what is lost; on updates of a training.",
            new Example("blockassist bench update", "a table; takes a minute"),
            new Example("blockassist bench update --rounds 2 --json", "quick, for a program")) { rounds, steps };
        verb.Runs((parsed, context, cancellation) => Run(context, parsed.GetValue(rounds), parsed.GetValue(steps), cancellation));
        return verb;
    }

    private static ExitCode Run(CommandContext context, int rounds, int steps, CancellationToken cancellation)
    {
        TorchRuntime.Start(1);
        var figures = context.WithProgress("measuring", rounds + UpdateCodecBenchmark.Usual.Count, meter =>
        {
            var changes = Train(rounds, steps, () => meter.Advance(), cancellation);
            var codecs = new UpdateCodecBenchmark(changes, context.Surroundings.Clock);
            var formats = new List<UpdateCodecResult>();
            foreach (var format in UpdateCodecBenchmark.Usual)
            {
                cancellation.ThrowIfCancellationRequested();
                formats.Add(codecs.Run(format));
                meter.Advance();
            }

            return new UpdateFigures(changes[0].Length, rounds, steps, formats);
        });
        context.Output.Result(figures, TrainingJson.Default.UpdateFigures, TrainingTables.Of);
        return ExitCode.Done;
    }

    private static float[][] Train(int rounds, int steps, Action advance, CancellationToken cancellation)
    {
        var options = new TrainingOptions();
        using var play = new BenchHouses(Houses, cancellation);
        var plan = new WindowPlan(play.Demonstrations, options.Length, options.Batch, options.Seed);
        return TrainedUpdates.Make(new HumanNetwork(new HumanNetworkOptions()), plan, rounds, steps, advance, cancellation);
    }
}
