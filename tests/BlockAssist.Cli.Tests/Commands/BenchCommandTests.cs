using BlockAssist.Cli.Bench;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Commands;

public sealed class BenchCommandTests
{
    [Fact]
    public void The_plain_baseline_computes_what_the_fast_way_does()
    {
        var options = new SiteOptions { Builders = [new(), new()] };
        var house = HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, infiniteBlocks: true), 5);
        var scenario = new WorldScenario(options, GoalPlacement.Place(house, options.Size, infiniteBlocks: true), steps: 50, seed: 1);

        var plain = scenario.PlayPlainly();

        Assert.Equal(scenario.Site.GoalSimilarity, plain);
    }

    [Fact]
    public void A_figure_is_taken_for_each_size_and_number_of_builders()
    {
        var structure = HouseGenerator.Generate(new GridSize(9, 8, 8), 5);
        var bench = new WorldBench(new Stopwatches(TimeProvider.System, 0.001), TimeProvider.System, [structure]);

        var figures = bench.Run("a test", () => { }, TestContext.Current.CancellationToken);

        Assert.Equal(6, figures.Figures.Count);
        Assert.All(figures.Figures, figure => Assert.True(figure.StepsPerSecond > 0 && figure.Plain > 0));
        Assert.True(figures.ParallelSpeedup > 0);
    }
}
