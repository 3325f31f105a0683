using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class LayerBuilderTests(ITestOutputHelper output)
{
    /// <summary>How many generated houses are built; set BLOCKASSIST_HOUSES for the figures of docs/builders.md.</summary>
    private static readonly int Houses =
        int.TryParse(Environment.GetEnvironmentVariable("BLOCKASSIST_HOUSES"), out var houses) ? houses : 20;

    public static TheoryData<string> HumanGoals() => SharedData.Names("mbag/goals", "human-goal-*.json");

    public static TheoryData<string> NastyGoals() => [.. TestGoals.NastyNames];

    [Theory]
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
    [InlineData(true)]
    [InlineData(false)]
    public void Who_yields_leaves_alone_what_another_undid_and_goes_on_with_the_rest(bool yields)
    {
        var options = new SiteOptions { Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions()], EndWhenComplete = false, Horizon = 600 };
        var site = new BuildSite(options, TestGoals.House(7, TestGoals.PaperSize, infiniteBlocks: true));
        var builder = new LayerBuilder(yields);
        var undone = -1;
        while (!site.IsOver)
        {
            var action = builder.Act(site.Observe(1));
            var undo = undone >= 0 && site.LastInteracted[undone] == 1 && site.Blocks[undone] != Block.Air && site.Timestep < 200;
            site.Step([undo ? BuilderAction.Break(undone) : BuilderAction.Noop, action], new Deed[2]);
            undone = undone < 0 && action.Type == ActionType.Place && site.Blocks[action.Cell] == action.Block ? action.Cell : undone;
        }

        Assert.Equal(yields ? Block.Air : site.Goal[undone], site.Blocks[undone]);
        Assert.Equal(yields ? 1 : 0, site.Size.Volume - site.GoalSimilarity);
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

    [Theory]
    [InlineData(10)]
    [InlineData(35)]
    [InlineData(80)]
    public void It_puts_right_any_mess_that_it_starts_in(int percentFilled)
    {
        var options = new SiteOptions { Horizon = 10000 };

        var reports = ParallelRuns.Run((Houses + 4) / 5, static () => new LayerBuilder(), (policy, seed) =>
            BuildReport.Of(new BuildSite(options, TestGoals.Mess(seed, percentFilled)), policy),
            cancellation: TestContext.Current.CancellationToken);

        Summarize($"mess of {percentFilled} %", reports);
        Assert.All(reports, AssertCompetent);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Builders_share_a_site(int count)
    {
        var options = new SiteOptions { Horizon = 5000, Builders = [.. Enumerable.Repeat(new BuilderOptions(), count)] };

        var reports = ParallelRuns.Run(Houses, () => Enumerable.Range(0, count).Select(_ => new LayerBuilder()).ToArray(), (policies, seed) =>
            BuildReport.Of(new BuildSite(options, TestGoals.House(seed, TestGoals.PaperSize)), [.. policies]),
            cancellation: TestContext.Current.CancellationToken);

        Summarize($"{count} builders", reports);
        Assert.All(reports, AssertCompetent);
    }

    [Theory]
    [MemberData(nameof(NastyGoals))]
    public void Two_builders_finish_nasty_goals(string name)
    {
        var options = new SiteOptions { Horizon = 5000, Builders = [new BuilderOptions(), new BuilderOptions()] };

        var report = BuildReport.Of(new BuildSite(options, TestGoals.Nasty(name)), new LayerBuilder(), new LayerBuilder());

        output.WriteLine(report.ToString());
        Assert.True(report.Finished, report.ToString());
    }

    [Fact]
    public void It_works_beside_a_builder_with_other_habits_and_an_idle_one()
    {
        var options = new SiteOptions { Horizon = 5000, Builders = [new BuilderOptions(), new BuilderOptions { ActEvery = 3 }, new BuilderOptions()] };

        for (var seed = 0; seed < 5; seed++)
        {
            var site = new BuildSite(options, TestGoals.House(seed, TestGoals.PaperSize));
            var report = BuildReport.Of(site, new LayerBuilder(), new HumanlikeBuilder((ulong)seed), new IdlePolicy());

            Assert.True(report.Finished, report.ToString());
        }
    }

    [Fact]
    public void It_never_builds_into_itself()
    {
        var site = new BuildSite(new SiteOptions(), TestGoals.Nasty("full cube"));
        var runner = new PolicyRunner(site, new LayerBuilder());
        while (!site.IsOver)
        {
            runner.Step();

            var feet = site.LocationOf(0).Cell;
            Assert.Equal(Block.Air, site.Blocks[site.Size.CellAt(feet)]);
            Assert.Equal(Block.Air, site.Blocks[site.Size.CellAt(feet with { Y = Math.Min(feet.Y + 1, site.Size.Height - 1) })]);
        }
    }

    [Fact]
    public void It_does_nothing_if_it_does_not_see_the_goal()
    {
        var options = new SiteOptions { Horizon = 20, Builders = [new BuilderOptions { GoalVisible = false }] };

        var report = BuildReport.Of(new BuildSite(options, TestGoals.Nasty("full cube")), new LayerBuilder());

        Assert.Equal(0, report.Edits + report.Moves + report.Failures);
    }

    [Fact]
    public void It_stands_still_when_all_is_done()
    {
        var site = new BuildSite(new SiteOptions { Horizon = 40, EndWhenComplete = false }, TestGoals.Ground(TestGoals.PaperSize));

        var report = BuildReport.Of(site, new LayerBuilder());

        Assert.Equal(0, report.Edits + report.Moves + report.Failures);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(16)]
    [InlineData(20)]
    public void It_builds_on_sites_of_other_sizes(int edge)
    {
        var size = new GridSize(edge, edge, edge);

        var report = Build(TestGoals.House(3, size), new SiteOptions { Size = size, Horizon = 30000 });

        AssertCompetent(report);
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
