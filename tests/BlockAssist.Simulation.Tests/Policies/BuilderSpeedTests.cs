using System.Diagnostics;
using System.Reflection;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

[Collection(nameof(BuilderSpeedTests))]
[CollectionDefinition(nameof(BuilderSpeedTests), DisableParallelization = true)]
public sealed class BuilderSpeedTests(ITestOutputHelper output)
{
    // Far below what is measured, for a machine that does other things too; the figures are in docs/builders.md.
    private const double LeastDecisionsPerSecond = 1000;

    // Without optimization, constant spans are made anew each time.
    private static bool IsOptimized { get; } =
        typeof(BuildSite).Assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    [Theory]
    [InlineData("layer", 0)]
    [InlineData("human-like", 0)]
    [InlineData("random", 0)]
    [InlineData("layer", 16)]
    [InlineData("layer", 32)]
    public void A_decision_takes_little_time_and_no_memory(string kind, int edge)
    {
        var size = edge == 0 ? TestGoals.PaperSize : new GridSize(edge, edge, edge);
        var options = new SiteOptions { Size = size, Horizon = 1500 };
        var (goals, policy) = (new BlockGrid[4], Create(kind));
        for (var seed = 0; seed < goals.Length; seed++)
        {
            goals[seed] = TestGoals.House(seed, size);
        }

        var runner = new PolicyRunner(new BuildSite(options, goals[0]), policy);
        Play(runner, goals, edge == 0 ? 2000 : 300);
        var (seconds, allocated, decisions) = Play(runner, goals, edge == 0 ? 3000 : 600);

        output.WriteLine($"{kind} on {size}: {decisions / seconds:F0} decisions/s, {allocated / decisions:F2} bytes a decision");
        Assert.True(decisions / seconds > LeastDecisionsPerSecond / (edge == 32 ? 4 : 1), $"{decisions / seconds:F0} decisions/s");
        Assert.True(allocated == 0 || !IsOptimized, $"{allocated} bytes");
    }

    private static IPolicy Create(string kind) => kind switch
    {
        "layer" => new LayerBuilder(),
        "human-like" => new HumanlikeBuilder(1),
        _ => new RandomValidPolicy(1, lineOfSight: true),
    };

    // The steps are counted with the decisions: they take a small part of the time and no memory. Time is the processor's.
    private static (double Seconds, long Allocated, int Decisions) Play(PolicyRunner runner, BlockGrid[] goals, int decisions)
    {
        var (time, allocated) = (TimeSpan.Zero, 0L);
        for (var (made, episode) = (0, 0); made < decisions; episode++)
        {
            runner.Site.Reset(goals[episode % goals.Length]);
            runner.ResetPolicies();
            var (memory, before) = (GC.GetAllocatedBytesForCurrentThread(), Environment.CpuUsage.TotalTime);
            for (; !runner.Site.IsOver && made < decisions; made++)
            {
                runner.Step();
            }

            time += Environment.CpuUsage.TotalTime - before;
            allocated += GC.GetAllocatedBytesForCurrentThread() - memory;
        }

        return (time.TotalSeconds, allocated, decisions);
    }
}
