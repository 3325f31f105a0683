using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench merge</c>: what it costs to make one model of many, and what it stands.</summary>
internal static class BenchMergeCommand
{
    private static readonly MergeBenchmark Usual = new(TimeProvider.System);

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var peers = Ranged.Option("--peers", "How many peers send updates.", Usual.Peers, (1, 1000));
        var liars = Ranged.Option("--liars", "How many of them lie, in the columns in which some do.", Usual.Liars, (0, 999));
        var weights = Ranged.Option("--weights", "How many weights the model has; by default as many as a human model.", Usual.Weights, (1, 100_000_000));
        var rounds = Ranged.Option("--rounds", "How often each is measured.", Usual.Repetitions, (1, 1000));
        var verb = new Verb(
            "merge",
            "How long each rule takes to merge updates, against the same rule written down naively in the same run, and how far lies lead it astray.",
            new Example("blockassist bench merge", "a table; takes seconds"),
            new Example("blockassist bench merge --liars 7", "with nearly half of them lying"),
            new Example("blockassist bench merge --weights 10000 --rounds 3 --json", "quick, for a program")) { peers, liars, weights, rounds };
        verb.Runs((parsed, context, _) =>
        {
            if (parsed.GetValue(liars) >= parsed.GetValue(peers))
            {
                throw new ForeseenException($"{parsed.GetValue(liars)} of {parsed.GetValue(peers)} peers cannot lie: nobody honest is left", "Name fewer --liars.");
            }

            var benchmark = new MergeBenchmark(context.Surroundings.Clock)
            {
                Peers = parsed.GetValue(peers),
                Liars = parsed.GetValue(liars),
                Weights = parsed.GetValue(weights),
                Repetitions = parsed.GetValue(rounds),
            };
            var rules = context.WithProgress("merging", MergeRules.All().Count, meter => benchmark.Run(() => meter.Advance()));
            context.Output.Result(new MergeReport(benchmark.Peers, benchmark.Liars, benchmark.Weights, rules), MergeJson.Default.MergeReport, MergeTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
