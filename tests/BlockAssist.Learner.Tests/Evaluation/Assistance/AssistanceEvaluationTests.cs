using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Tests.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Measuring;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Tests.Evaluation.Assistance;

public sealed class AssistanceEvaluationTests
{
    private static readonly PlayOptions Few = new() { Episodes = 5, Together = 2, Threads = 1 };

    [Fact]
    public void Who_sees_the_goal_spares_the_human_edits_and_does_part_of_the_work()
    {
        var report = Evaluate(Few with { Site = new SiteOptions { Horizon = 400 } }, Helper.Oracle);

        var (alone, oracle) = (report.Helpers[0], report.Helpers[1]);
        Assert.Equal(("alone", "oracle"), (alone.Helper, oracle.Helper));
        Assert.True(oracle.Effect!.HumanEdits.High < 0);
        Assert.True(oracle.Effect.FewerHumanEdits!.Low > 0);
        Assert.True(oracle.Effect.GoalShare.Low > 0);
        Assert.InRange(oracle.Work!.ProgressShare!.Low, 0.3, 1);
        Assert.InRange(oracle.Work.GoalShare.Mean, 0.3, 1);
        Assert.InRange(oracle.Work.Wrong!.Mean, 0, 0.1);
        Assert.All(oracle.Episodes, episode => Assert.True(episode.Helper!.CellsGained <= episode.CellsGained && episode.Helper.RightUndone <= episode.Helper.Undone));
    }

    [Fact]
    public void Who_does_nothing_has_no_share_and_does_no_harm()
    {
        var idle = Evaluate(Few with { Site = new SiteOptions { Horizon = 400 } }, Helper.Idle).Helpers[1];

        Assert.All(idle.Episodes, episode => Assert.Equal(new HelperDeeds(0, 0, 0, 0, 0, 0), episode.Helper));
        Assert.All(idle.Episodes, episode => Assert.True(episode.CellsGained > 0));
        Assert.Equal((new Estimate(0, 0, 0), new Estimate(0, 0, 0)), (idle.Work!.ProgressShare, idle.Work.Edits));
        Assert.Equal((null, null, null), (idle.Work.Undone, idle.Work.RightUndone, idle.Work.Wrong));
    }

    [Fact]
    public void Alone_the_human_builds_as_in_the_evaluation_of_play()
    {
        var options = Few with { Site = new SiteOptions { Horizon = 200 } };
        var play = new PlayEvaluation(options, Goal).Of(Humans, cancellation: TestContext.Current.CancellationToken);

        var alone = Evaluate(options).Helpers.Single();

        Assert.Equal(play.Episodes, alone.Episodes.Select(episode => episode.Human));
        Assert.Equal((play.GoalShare, play.Edits), (alone.GoalShare, alone.HumanEdits));
        Assert.Equal((null, null), (alone.Effect, alone.Work));
        Assert.All(alone.Episodes, episode => Assert.Null(episode.Helper));
    }

    [Fact]
    public void A_difference_is_that_of_each_house_from_itself()
    {
        var report = Evaluate(Few with { Site = new SiteOptions { Horizon = 300 } }, Helper.Oracle);

        var (alone, oracle) = (report.Helpers[0].Episodes, report.Helpers[1].Episodes);
        Assert.Equal(alone.Select(episode => episode.Human.Goal), oracle.Select(episode => episode.Human.Goal));
        Assert.Equal(
            Estimate.Of([.. oracle.Zip(alone, (with, without) => with.Human.GoalShare - without.Human.GoalShare)]), report.Helpers[1].Effect!.GoalShare);
        Assert.Equal(1 - ((double)oracle.Sum(Edits) / alone.Sum(Edits)), report.Helpers[1].Effect!.FewerHumanEdits!.Mean, 1e-12);

        static int Edits(AssistedEpisode episode) => episode.Human.Edits;
    }

    [Fact]
    public void Whoever_makes_no_difference_differs_by_exactly_nothing()
    {
        var nobody = Evaluate(Few with { Site = new SiteOptions { Horizon = 100 } }, Helper.Nobody with { Name = "again" }).Helpers;

        Assert.Equal(nobody[0].Episodes, nobody[1].Episodes);
    }

    [Fact]
    public void Episodes_of_one_house_are_one_piece_of_evidence()
    {
        var options = Few with { Episodes = 6, Site = new SiteOptions { Horizon = 60 } };

        var report = new AssistanceEvaluation(options, number => Goal(number % 2), TimeProvider.System)
            .Of(Humans, [], cancellation: TestContext.Current.CancellationToken);

        var alone = report.Helpers[0];
        double[] houses = [.. alone.Episodes.GroupBy(episode => episode.Human.Goal, (_, all) => all.Average(one => one.Human.GoalShare))];
        Assert.Equal(2, report.Houses);
        Assert.Equal(houses.Min(), alone.GoalShare.Low, 1e-12);
        Assert.Equal(houses.Max(), alone.GoalShare.High, 1e-12);
    }

    [Fact]
    public void All_but_times_is_the_same_on_any_number_of_threads()
    {
        using var model = new ServedModel();
        var options = Few with { Site = new SiteOptions { Horizon = 60 } };

        var one = Evaluate(options, () => new HumanPolicyGroup(model.Engine, options.Together), Helper.Idle, Helper.Oracle);
        var many = Evaluate(options with { Threads = 3 }, () => new HumanPolicyGroup(model.Engine, options.Together), Helper.Idle, Helper.Oracle);

        foreach (var (expected, found) in one.Helpers.Zip(many.Helpers))
        {
            Assert.Equal(expected.Episodes, found.Episodes);
            Assert.Equal(Timeless(expected), Timeless(found));
        }

        static HelperReport Timeless(HelperReport report) =>
            report with { Episodes = [], Work = report.Work is null ? null : report.Work with { DecisionMilliseconds = new Percentiles(0, 0) } };
    }

    [Fact]
    public void Only_who_is_shown_the_goal_sees_it_and_who_can_be_disposed_of_is()
    {
        var seats = new List<Onlooker>();

        Evaluate(
            Few with { Episodes = 2, Site = new SiteOptions { Horizon = 5 } },
            new Helper("blind", _ => Sit()),
            new Helper("seeing", _ => Sit(), SeesGoal: true));

        Assert.Equal([false, false, true, true], seats.Select(seat => seat.SawGoal));
        Assert.All(seats, seat => Assert.Equal((5, true), (seat.Turns, seat.IsDisposed)));

        Onlooker Sit()
        {
            seats.Add(new Onlooker());
            return seats[^1];
        }
    }

    [Fact]
    public void Every_episode_is_told_of_as_it_ends()
    {
        var ended = 0;

        Short.Of(Humans, [Helper.Idle], () => ended++, TestContext.Current.CancellationToken);

        Assert.Equal(10, ended);
    }

    [Fact]
    public void Cancelled_it_ends_before_the_next_step()
    {
        var ended = 0;
        using var source = new CancellationTokenSource();

        Assert.ThrowsAny<OperationCanceledException>(() => Short.Of(Humans, [Helper.Idle], End, source.Token));

        // Both episodes of the first group end in the same step.
        Assert.Equal(2, ended);

        void End()
        {
            ended++;
            source.Cancel();
        }
    }

    private static AssistanceEvaluation Short => new(Few with { Site = new SiteOptions { Horizon = 10 } }, Goal, TimeProvider.System);

    private static SeparatePolicies Humans() => new(seed => new HumanlikeBuilder(seed));

    private static AssistanceReport Evaluate(PlayOptions options, params Helper[] helpers) => Evaluate(options, Humans, helpers);

    private static AssistanceReport Evaluate(PlayOptions options, Func<IPolicyGroup> humans, params Helper[] helpers) =>
        new AssistanceEvaluation(options, Goal, TimeProvider.System).Of(humans, helpers, cancellation: TestContext.Current.CancellationToken);

    private static PlayGoal Goal(int episode) => new($"house {episode}", ServedModel.House((ulong)episode));

    private sealed class Onlooker : IPolicy, IDisposable
    {
        public bool SawGoal { get; private set; }

        public int Turns { get; private set; }

        public bool IsDisposed { get; private set; }

        public void Reset()
        {
        }

        public BuilderAction Act(in Observation observation)
        {
            (SawGoal, Turns) = (observation.GoalVisible && observation.Goal.Length > 0, Turns + 1);
            return BuilderAction.Noop;
        }

        public void Dispose() => IsDisposed = true;
    }
}
