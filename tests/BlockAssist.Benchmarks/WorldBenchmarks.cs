using BenchmarkDotNet.Attributes;
using BlockAssist.Cli.Bench;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Houses;

namespace BlockAssist.Benchmarks;

/// <summary>A thousand steps of valid random play, with and without what policies look at.</summary>
[MemoryDiagnoser]
public class WorldBenchmarks
{
    private const int Steps = 1000;
    private WorldScenario _scenario = null!;

    [Params(1, 2)]
    public int Builders { get; set; }

    [GlobalSetup]
    public void Record()
    {
        var options = new SiteOptions { Builders = [.. Enumerable.Repeat(new BuilderOptions(), Builders)] };
        var house = HouseGenerator.Generate(GoalPlacement.RoomFor(options.Size, infiniteBlocks: true), 1);
        _scenario = new WorldScenario(options, GoalPlacement.Place(house, options.Size, infiniteBlocks: true), Steps, seed: 1);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Steps)]
    public int Plain() => _scenario.PlayPlainly();

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step() => _scenario.Play();

    [Benchmark(OperationsPerInvoke = Steps)]
    public void StepAndMask() => _scenario.PlayWithMask();

    [Benchmark(OperationsPerInvoke = Steps)]
    public void StepAndSight() => _scenario.PlayWithSight();

    [Benchmark(OperationsPerInvoke = Steps)]
    public void StepAndObservations() => _scenario.PlayWithObservations();
}
