using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Inference.Bench;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Measuring;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search.Bench;

/// <summary>Measures decisions against the same search written down naively, in turns.</summary>
/// <remarks>The network is of the usual size, with fresh weights: how long it takes does not depend on them.</remarks>
/// <param name="clock">What time is taken by.</param>
/// <param name="options">What to measure.</param>
/// <param name="cancellation">Ends the measurement between two turns.</param>
public sealed class SearchBench(TimeProvider clock, SearchBenchOptions options, CancellationToken cancellation = default)
{
    private const ulong Seed = 1;

    private static readonly BeliefShape Shape = new(new GridSize(11, 10, 10));

    /// <summary>Measures.</summary>
    public SearchFigures Measure()
    {
        using var model = Fresh();
        using var engine = InferenceEngine.Open(model.ToOnnx(), "belief");
        using var run = engine.Run(1);
        var (search, problem) = (NewSearch(), SampleProblem.Of(Shape.Size, options.Edits, Seed));
        var naive = new NaiveSearch(options.Search);
        var (ours, theirs) = new Turns(clock, options.Rounds, cancellation).Measure(
            () => search.Decide(problem, new SeededRandom(Seed)), options.RunsPerTurn, () => naive.Decide(problem, new SeededRandom(Seed)), 1);
        var (network, _) = new Turns(clock, options.Rounds, cancellation).Measure(run.Execute, () => { }, options.RunsPerTurn);
        return new SearchFigures(
            options.Search.Simulations,
            problem.Count,
            Percentiles.Of(ours),
            Percentiles.Of(theirs),
            Percentiles.Of(network),
            options.Threads,
            Together(engine),
            Allocated(search, problem));
    }

    private double Together(InferenceEngine engine)
    {
        var began = clock.GetTimestamp();
        var decisions = options.Threads * options.RunsPerTurn * options.Rounds;
        ParallelRuns.Run(
            decisions,
            () => (Run: engine.Run(1), Search: NewSearch(), Problem: SampleProblem.Of(Shape.Size, options.Edits, Seed)),
            (place, number) =>
            {
                place.Run.Execute();
                return place.Search.Decide(place.Problem, new SeededRandom((ulong)number));
            },
            options.Threads,
            place => place.Run.Dispose(),
            cancellation);
        return (double)decisions * options.Search.Simulations / clock.GetElapsedTime(began).TotalSeconds;
    }

    private static long Allocated(AssistanceSearch search, SearchProblem problem)
    {
        var random = new SeededRandom(Seed);
        var before = GC.GetAllocatedBytesForCurrentThread();
        search.Decide(problem, random);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static BeliefModel Fresh()
    {
        var network = new BeliefNetwork(Shape, new BeliefNetworkOptions());
        return new BeliefModel(network, WeightSet.Fresh(network.Weights(), Seed));
    }

    private AssistanceSearch NewSearch() => new(options.Search, clock);
}
