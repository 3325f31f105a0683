using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Tests.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Tests.Evaluation;

public sealed class PlayEvaluationTests
{
    private static readonly PlayOptions Few = new() { Episodes = 5, Together = 2, Threads = 1 };

    [Fact]
    public void A_builder_that_builds_straight_up_reaches_every_goal_with_hardly_an_edit_too_many()
    {
        var report = Evaluate(Few, () => new SeparatePolicies(_ => new LayerBuilder()));

        Assert.Equal((new Estimate(1, 1, 1), new Estimate(1, 1, 1)), (report.GoalShare, report.Complete));
        Assert.InRange(report.EditsPerCell.Mean, 1, 1.3);
        Assert.InRange(report.PlaceAccuracy!.Mean, 0.95, 1);
        Assert.Equal(["house 0", "house 1", "house 2", "house 3", "house 4"], report.Episodes.Select(episode => episode.Goal));
        Assert.All(report.Episodes, episode => Assert.InRange(episode.Steps, episode.Edits, 1500));
    }

    [Fact]
    public void A_builder_that_does_nothing_reaches_nothing()
    {
        var report = Evaluate(Few with { Site = new SiteOptions { Horizon = 50 } }, () => new SeparatePolicies(_ => new IdlePolicy()));

        Assert.Equal((0, 0, 0), (report.GoalShare.Mean, report.Complete.Mean, report.Edits.High));
        Assert.Null(report.PlaceAccuracy);
        Assert.All(report.Episodes, episode => Assert.Equal((50, false), (episode.Steps, episode.Complete)));
    }

    [Fact]
    public void A_model_does_the_same_on_any_number_of_threads()
    {
        using var model = new ServedModel();
        var options = Few with { Site = new SiteOptions { Horizon = 80 } };

        var one = Evaluate(options, () => new HumanPolicyGroup(model.Engine, options.Together));
        var many = Evaluate(options with { Threads = 3 }, () => new HumanPolicyGroup(model.Engine, options.Together));

        Assert.Equal(one.Episodes, many.Episodes);
        Assert.All(one.Episodes, episode => Assert.True(episode.Edits > 0));
    }

    [Fact]
    public void Every_episode_is_told_of_as_it_ends()
    {
        var ended = 0;
        new PlayEvaluation(Few with { Site = new SiteOptions { Horizon = 10 } }, Goal)
            .Of(() => new SeparatePolicies(_ => new IdlePolicy()), () => ended++, TestContext.Current.CancellationToken);

        Assert.Equal(5, ended);
    }

    // On request alone: what it says depends on the machine.
    [Fact(Explicit = true)]
    public void Figures_of_play()
    {
        var network = new HumanNetwork(new HumanNetworkOptions());
        using var weights = WeightSet.Fresh(network.Weights(), 1);
        using var engine = InferenceEngine.Open(OnnxExporter.Export(new ServedHumanNetwork(network), weights), "human.onnx");
        foreach (var together in (int[])[1, 8, 32, 1, 8, 32])
        {
            var options = new PlayOptions { Episodes = 32, Together = together, Threads = 1, Site = new SiteOptions { Horizon = 100 } };
            var start = TimeProvider.System.GetTimestamp();
            var report = Evaluate(options, () => new HumanPolicyGroup(engine, together));
            var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
            TestContext.Current.TestOutputHelper!.WriteLine($"{together} sites together: {report.Episodes.Sum(episode => episode.Steps) / seconds:N0} steps/s");
        }

        foreach (var (name, seat) in Scripted)
        {
            var report = Evaluate(new PlayOptions(), () => new SeparatePolicies(seat));
            TestContext.Current.TestOutputHelper!.WriteLine($"{name}: {report with { Episodes = [] }}");
        }
    }

    private static (string Name, Func<ulong, IPolicy> Seat)[] Scripted =>
        [("layer", _ => new LayerBuilder()), ("human", seed => new HumanlikeBuilder(seed)), ("random", seed => new RandomValidPolicy(seed, lineOfSight: true))];

    private static PlayReport Evaluate(PlayOptions options, Func<IPolicyGroup> open) =>
        new PlayEvaluation(options, Goal).Of(open, cancellation: TestContext.Current.CancellationToken);

    private static PlayGoal Goal(int episode) => new($"house {episode}", ServedModel.House((ulong)episode));
}
