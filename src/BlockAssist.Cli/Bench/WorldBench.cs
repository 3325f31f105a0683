using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Bench;

/// <summary>Measures the simulation: steps a second, with and without what policies look at.</summary>
internal sealed class WorldBench(Stopwatches watches, TimeProvider clock, IReadOnlyList<BlockGrid> structures)
{
    private const int Steps = 1000;
    private const int PlaysPerScenario = 20;
    private const int ParallelTurns = 7;

    private static readonly GridSize[] Sizes = [new(11, 10, 10), new(16, 16, 16), new(32, 32, 32)];

    /// <summary>How many figures <see cref="Run"/> reports as it goes.</summary>
    public static int FigureCount => (Sizes.Length * 2) + 1;

    /// <summary>Takes all figures.</summary>
    /// <param name="goals">Where the structures come from, for the report.</param>
    /// <param name="advance">Called after each figure.</param>
    /// <param name="cancellation">Ends it between two figures.</param>
    public WorldFigures Run(string goals, Action advance, CancellationToken cancellation)
    {
        var figures = new List<WorldFigure>();
        foreach (var size in Sizes)
        {
            foreach (var builders in (ReadOnlySpan<int>)[1, 2])
            {
                cancellation.ThrowIfCancellationRequested();
                figures.Add(Measure(Scenarios(size, builders)));
                advance();
            }
        }

        var speedup = MeasureParallel(Scenarios(Sizes[0], 2));
        advance();
        return new WorldFigures(goals, structures.Count, Environment.ProcessorCount, figures, speedup);
    }

    private WorldFigure Measure(WorldScenario[] scenarios)
    {
        var site = scenarios[0].Site;
        var (alone, allocatedAlone) = Each(scenarios, scenario => scenario.Play());
        var (masked, allocatedMasked) = Each(scenarios, scenario => scenario.PlayWithMask());
        var (seen, allocatedSeen) = Each(scenarios, scenario => scenario.PlayWithSight());
        var (observed, allocatedObserved) = Each(scenarios, scenario => scenario.PlayWithObservations());
        var (plain, _) = Each(scenarios, scenario => scenario.PlayPlainly());
        return new WorldFigure(
            [site.Size.Width, site.Size.Height, site.Size.Depth], site.BuilderCount, alone, masked, seen, observed, plain,
            allocatedAlone + allocatedMasked + allocatedSeen + allocatedObserved);
    }

    // One goal after another, so that a turn ends soon after its time.
    private (double PerSecond, double BytesPerUnit) Each(WorldScenario[] scenarios, Action<WorldScenario> play)
    {
        var next = 0;
        return watches.Measure(Steps, () => play(scenarios[next++ % scenarios.Length]));
    }

    /// <summary>The same sites on one core, then on all, in turns; the best pair counts.</summary>
    private double MeasureParallel(WorldScenario[] scenarios)
    {
        var many = Enumerable.Repeat(0, Environment.ProcessorCount).SelectMany(_ => scenarios.Select(scenario => scenario.Twin())).ToArray();
        var best = 0.0;
        for (var turn = 0; turn < ParallelTurns; turn++)
        {
            var one = Time(() => PlayAll(many, threads: 1));
            var all = Time(() => PlayAll(many, threads: Environment.ProcessorCount));
            best = Math.Max(best, one / all);
        }

        return best;
    }

    private static void PlayAll(WorldScenario[] scenarios, int threads) =>
        ParallelRuns.Run(
            scenarios.Length,
            () => scenarios,
            (all, number) =>
            {
                for (var play = 0; play < PlaysPerScenario; play++)
                {
                    all[number].Play();
                }

                return number;
            },
            threads);

    private double Time(Action work)
    {
        var start = clock.GetTimestamp();
        work();
        return clock.GetElapsedTime(start).TotalSeconds;
    }

    private WorldScenario[] Scenarios(GridSize size, int builders)
    {
        var options = new SiteOptions { Size = size, Builders = [.. Enumerable.Repeat(new BuilderOptions(), builders)] };
        var room = GoalPlacement.RoomFor(size, infiniteBlocks: true);
        return [.. structures.Select((structure, index) => new WorldScenario(options, Goal(structure, room, size), Steps, (ulong)(100 * index)))];
    }

    private static BlockGrid Goal(BlockGrid structure, GridSize room, GridSize size)
    {
        var fitted = GoalPresets.Fit.Apply(structure, room, new SeededRandom(1)).Goal ?? structure;
        return GoalPlacement.Place(fitted, size, infiniteBlocks: true);
    }
}
