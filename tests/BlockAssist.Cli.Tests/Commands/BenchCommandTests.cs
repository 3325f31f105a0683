using BlockAssist.Cli.Bench;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
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

    [Fact]
    public async Task A_model_is_measured_against_torch_in_all_formats()
    {
        var run = await CommandRun.Of("bench", "inference", "--rounds", "1", "--json");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Equal([16, 64, 256], run.Json.GetProperty("batches").EnumerateArray().Select(batch => batch.GetProperty("batch").GetInt32()));
        Assert.Equal(
            ["F32", "F16", "I8", "I8Dynamic"],
            run.Json.GetProperty("formats").EnumerateArray().Select(format => format.GetProperty("format").GetString()));
        Assert.All(["idle", "busy"], load => Assert.True(run.Json.GetProperty(load).GetProperty("ratio").GetDouble() > 0));
    }

    [Fact]
    public async Task A_file_is_measured_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var network = new HumanNetwork(new HumanNetworkOptions { Channels = 16, Blocks = 1, Context = 16, Memory = 0 });
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        var file = folder.File("small.onnx");
        await File.WriteAllBytesAsync(file, OnnxExporter.Export(new ServedHumanNetwork(network), weights), TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("bench", "inference", "--model", file, "--rounds", "1");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("human, 1 threads; ", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("I8Dynamic", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused_in_one_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("poem.onnx");
        await File.WriteAllTextAsync(file, "no network", TestContext.Current.CancellationToken);

        var run = await CommandRun.Of("bench", "inference", "--model", file);

        Assert.Equal(ExitCode.Failed, run.Code);
        Assert.StartsWith($"blockassist: {file} is cut short or is not a network", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }
}
