using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Beliefs.Search.Bench;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench search</c>: how fast the assistant decides.</summary>
internal static class BenchSearchCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var simulations = Ranged.Option("--simulations", "How many simulations a decision takes.", new SearchOptions().Simulations, (1, 100_000));
        var rounds = Ranged.Option("--rounds", "How often the two take turns.", 5, (1, 1000));
        var verb = new Verb(
            "search",
            "How many simulations a second the assistant's search makes, against the same search written down naively, in the same run.",
            new Example("blockassist bench search", "a table; takes seconds"),
            new Example("blockassist bench search --simulations 500 --rounds 2 --json", "quick, for a program")) { simulations, rounds };
        verb.Runs((parsed, context, cancellation) =>
        {
            TorchRuntime.Start(1);
            var options = new SearchBenchOptions { Search = new SearchOptions { Simulations = parsed.GetValue(simulations) }, Rounds = parsed.GetValue(rounds) };
            var figures = new SearchBench(context.Surroundings.Clock, options, cancellation).Measure();
            context.Output.Result(figures, SearchJson.Default.SearchFigures, SearchTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
