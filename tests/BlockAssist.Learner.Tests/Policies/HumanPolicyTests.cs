using BlockAssist.Learner.Data;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Tests.Onnx;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Policies;

public sealed class HumanPolicyTests : IDisposable
{
    private readonly ServedModel _model = new();

    public void Dispose() => _model.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_decision_allocates_nothing(double temperature)
    {
        using var policy = new HumanPolicy(_model.Engine, 1, new PlayStyle { Temperature = temperature });
        var site = ServedModel.Site(1);
        Play(policy, site, 20);
        var actions = new BuilderAction[1];
        var deeds = new Deed[1];

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var step = 0; step < 200; step++)
            {
                actions[0] = policy.Act(site.Observe(0));
                site.Step(actions, deeds);
            }
        }));
    }

    [Fact]
    public void A_seed_fixes_what_it_does_and_a_reset_does_it_again()
    {
        using var policy = new HumanPolicy(_model.Engine, 7);
        using var twin = new HumanPolicy(_model.Engine, 7);
        using var other = new HumanPolicy(_model.Engine, 8);

        var first = Play(policy, ServedModel.Site(1), 200);
        policy.Reset();

        Assert.Equal(first, Play(policy, ServedModel.Site(1), 200));
        Assert.Equal(first, Play(twin, ServedModel.Site(1), 200));
        Assert.NotEqual(first, Play(other, ServedModel.Site(1), 200));
    }

    [Fact]
    public void Whatever_it_does_the_rules_allow()
    {
        using var policy = new HumanPolicy(_model.Engine, 3);
        var site = ServedModel.Site(3);

        var kinds = new HashSet<ActionType>();
        for (var step = 0; step < 400; step++)
        {
            var action = policy.Act(site.Observe(0));
            Assert.True(action.Type == ActionType.Noop || site.Allows(0, action), $"step {step}: {action}");
            kinds.Add(action.Type);
            site.Step([action], new Deed[1]);
        }

        Assert.Superset(new HashSet<ActionType> { ActionType.Place, ActionType.Break, ActionType.MovePosX }, kinds);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(0)]
    public void Torch_that_reads_the_recorded_play_finds_each_action_the_likeliest(int memory)
    {
        using var model = new ServedModel(memory);
        using var policy = new HumanPolicy(model.Engine, 1, new PlayStyle { Temperature = 0 });
        var file = Path.Combine(Path.GetTempPath(), $"{nameof(HumanPolicyTests)}-{Environment.ProcessId}-{memory}.bae");
        try
        {
            Record(policy, file, 150);
            using var torch = HumanTurnModel.OnTorch(model.Network, model.Weights, CPU);

            var report = ImitationEvaluation.Of(torch, DemonstrationSet.Open([file]), TestContext.Current.CancellationToken);

            Assert.Equal((150, 0, 1.0), (report.All.Turns, report.Masked, report.All.Accuracy));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Who_does_not_see_the_goal_does_nothing()
    {
        using var policy = new HumanPolicy(_model.Engine, 1);
        var site = new BuildSite(new SiteOptions { Builders = [new BuilderOptions { GoalVisible = false }] }, ServedModel.House(1));

        Assert.Equal(BuilderAction.Noop, policy.Act(site.Observe(0)));
    }

    [Fact]
    public void Another_network_is_refused()
    {
        var tower = new TowerNetwork(16, 1, 32);
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(tower), 1);
        using var engine = InferenceEngine.Open(OnnxExporter.Export(tower, weights), "tower.onnx");

        var refusal = Assert.Throws<OnnxFormatException>(() => new HumanPolicy(engine, 1));

        Assert.Contains("'tower'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_made_for_another_view_is_refused()
    {
        var old = new OldHumanNetwork();
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(old), 1);
        using var engine = InferenceEngine.Open(OnnxExporter.Export(old, weights), "old.onnx");

        var refusal = Assert.Throws<OnnxFormatException>(() => new HumanPolicy(engine, 1));

        Assert.Contains("another view", refusal.Message, StringComparison.Ordinal);
    }

    private static List<BuilderAction> Play(HumanPolicy policy, BuildSite site, int steps)
    {
        var actions = new List<BuilderAction>();
        for (var step = 0; step < steps; step++)
        {
            actions.Add(policy.Act(site.Observe(0)));
            site.Step([actions[^1]], new Deed[1]);
        }

        return actions;
    }

    private static void Record(HumanPolicy policy, string file, int steps)
    {
        var site = ServedModel.Site(2, steps);
        var header = new EpisodeHeader { Options = site.Options, Goal = ServedModel.House(2), Builders = [new EpisodeBuilder(BuilderRole.Scripted, "model")] };
        using var writer = EpisodeWriter.Create(file, header, site);
        while (!site.IsOver)
        {
            var action = policy.Act(site.Observe(0));
            site.Step([action], new Deed[1]);
            writer.Step(writer.Steps + 1, [action], [ActionOrigin.Decision]);
        }

        writer.Complete(EndReason.Horizon);
    }

    private sealed class OldHumanNetwork() : OneLayer([-1, 8])
    {
        public override string Name => HumanNetwork.Name;

        public override IReadOnlyList<T> Run<T>(INetworkOps<T> ops, IReadOnlyList<T> inputs) => [ops.Linear(inputs[0], "linear", 2)];
    }
}
