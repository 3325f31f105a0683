using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class PolicyRunnerTests
{
    [Fact]
    public void A_run_ends_with_the_episode_and_shows_every_step()
    {
        var site = new BuildSite(new SiteOptions { Horizon = 37 }, TestGoals.House(1, TestGoals.PaperSize));
        var report = new BuildReport(site);

        var steps = new PolicyRunner(site, new IdlePolicy()).Run(report);

        Assert.Equal(37, steps);
        Assert.Equal(37, report.Steps);
        Assert.True(site.IsOver);
    }

    [Fact]
    public void There_must_be_a_policy_for_every_builder()
    {
        var site = new BuildSite(new SiteOptions(), TestGoals.House(1, TestGoals.PaperSize));

        Assert.Throws<ArgumentOutOfRangeException>(() => new PolicyRunner(site, new IdlePolicy(), new IdlePolicy()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Parallel_runs_give_the_same_results_in_the_same_order_on_any_number_of_threads(int threads)
    {
        var results = ParallelRuns.Run(
            12, OpenWorkplace, PlayRandomly, threads, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 12).Select(run => PlayRandomly(OpenWorkplace(), run)), results);
    }

    [Fact]
    public void Each_thread_opens_one_workplace_and_closes_it()
    {
        var (opened, closed) = (0, 0);

        ParallelRuns.Run(100, () => Interlocked.Increment(ref opened), (_, run) => run, 3, _ => Interlocked.Increment(ref closed), TestContext.Current.CancellationToken);

        Assert.InRange(opened, 1, 3);
        Assert.Equal(opened, closed);
    }

    [Fact]
    public void What_a_run_throws_comes_as_it_is_and_its_workplace_is_closed()
    {
        var closed = 0;

        var error = Assert.Throws<InvalidDataException>(() => ParallelRuns.Run(
            4, () => 0, (_, run) => run < 9 ? throw new InvalidDataException("broken") : run, 1, _ => Interlocked.Increment(ref closed), TestContext.Current.CancellationToken));

        Assert.Equal(("broken", 1), (error.Message, closed));
    }

    [Fact]
    public void No_runs_give_no_results() =>
        Assert.Empty(ParallelRuns.Run(0, () => 0, (_, run) => run, cancellation: TestContext.Current.CancellationToken));

    [Fact]
    public void Cancelled_runs_stop()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => ParallelRuns.Run(5, () => 0, (_, run) => run, 1, cancellation: cancelled.Token));
    }

    private static (PolicyRunner Runner, RandomValidPolicy Policy) OpenWorkplace()
    {
        var policy = new RandomValidPolicy(0);
        return (new PolicyRunner(new BuildSite(new SiteOptions { Horizon = 60 }, TestGoals.House(0, TestGoals.PaperSize)), policy), policy);
    }

    private static (int Similarity, Location Place) PlayRandomly((PolicyRunner Runner, RandomValidPolicy Policy) workplace, int run)
    {
        workplace.Policy.Seed = (ulong)run;
        workplace.Runner.Site.Reset(TestGoals.House(run, TestGoals.PaperSize));
        workplace.Runner.Run();
        return (workplace.Runner.Site.GoalSimilarity, workplace.Runner.Site.LocationOf(0));
    }
}
