using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class LayerBuilderTests(ITestOutputHelper output)
{
    /// <summary>How many generated houses are built; set BLOCKASSIST_HOUSES for the figures of docs/builders.md.</summary>
    private static readonly int Houses =
        int.TryParse(Environment.GetEnvironmentVariable("BLOCKASSIST_HOUSES"), out var houses) ? houses : 40;

    public static TheoryData<string> HumanGoals() => [.. TestGoals.HumanFiles(string.Empty).Select(path => Path.GetFileName(path))];

    public static TheoryData<string> NastyGoals() => [.. TestGoals.NastyNames];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(HumanGoals))]
    public void It_finishes_the_houses_that_people_built(string file)
    {
        var goal = TestGoals.Read(SharedData.Need(Path.Combine("mbag/goals", file)));

        var report = Build(goal, new SiteOptions { Size = goal.Size });

        AssertCompetent(report);
    }

    [Theory]
    [MemberData(nameof(NastyGoals))]
    public void It_finishes_nasty_goals(string name)
    {
        var report = Build(TestGoals.Nasty(name), new SiteOptions { Horizon = 5000 });

        Assert.True(report.Finished, report.ToString());
    }

    [Theory]
    [MemberData(nameof(NastyGoals))]
    public void It_finishes_nasty_goals_when_teleporting(string name)
    {
        var report = Build(TestGoals.Nasty(name), new SiteOptions { Horizon = 5000, Teleportation = true });

        Assert.True(report.Finished, report.ToString());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void It_finishes_generated_houses(bool teleportation, bool infiniteBlocks)
    {
        var options = new SiteOptions { Horizon = 5000, Teleportation = teleportation, InfiniteBlocks = infiniteBlocks };

        var reports = ParallelRuns.Run(Houses, static () => new LayerBuilder(), (policy, seed) =>
            BuildReport.Of(new BuildSite(options, TestGoals.House(seed, TestGoals.PaperSize, infiniteBlocks)), policy),
            cancellation: TestContext.Current.CancellationToken);

        Summarize($"teleportation {teleportation}, infinite blocks {infiniteBlocks}", reports);
        Assert.All(reports, AssertCompetent);
    }

    [Fact]
    public void Two_builders_share_a_site()
    {
        var options = new SiteOptions { Horizon = 5000, Builders = [new BuilderOptions(), new BuilderOptions()] };

        var reports = ParallelRuns.Run(Houses, static () => new[] { new LayerBuilder(), new LayerBuilder() }, (policies, seed) =>
            BuildReport.Of(new BuildSite(options, TestGoals.House(seed, TestGoals.PaperSize)), [.. policies]),
            cancellation: TestContext.Current.CancellationToken);

        Summarize("two builders", reports);
        Assert.All(reports, AssertCompetent);
    }

    private BuildReport Build(BlockGrid goal, SiteOptions options)
    {
        var report = BuildReport.Of(new BuildSite(options, goal), new LayerBuilder());
        output.WriteLine(report.ToString());
        return report;
    }

    private static void AssertCompetent(BuildReport report)
    {
        Assert.True(report.Finished, report.ToString());
        Assert.True(report.EditRatio <= 1.5, report.ToString());
        Assert.True(report.MovesPerEdit <= 2.5, report.ToString());
    }

    private void Summarize(string what, BuildReport[] reports)
    {
        output.WriteLine(
            $"{what}: {reports.Count(report => report.Finished)} of {reports.Length} finished, "
            + $"edits / fewest mean {reports.Average(report => report.EditRatio):F3} max {reports.Max(report => report.EditRatio):F3}, "
            + $"moves an edit mean {reports.Average(report => report.MovesPerEdit):F2} max {reports.Max(report => report.MovesPerEdit):F2}, "
            + $"steps mean {reports.Average(report => report.Steps):F0} max {reports.Max(report => report.Steps)}, "
            + $"failed actions {reports.Sum(report => report.Failures)}");
    }
}
