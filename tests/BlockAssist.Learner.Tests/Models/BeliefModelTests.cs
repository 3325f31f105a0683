using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Models;

public sealed class BeliefModelTests : IDisposable
{
    private static readonly BeliefShape Shape = new(new GridSize(5, 6, 7));
    private static readonly BeliefNetworkOptions Small = new() { Channels = 16, ColumnFeatures = 8, Blocks = 1 };

    private readonly BeliefModel _model = Fresh();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        CheckpointFile.Save(_model.ToCheckpoint(), folder.File("model.safetensors"));

        using var opened = BeliefModel.Open(CheckpointFile.Load(folder.File("model.safetensors")));

        Assert.Equal((Shape, Small), (opened.Network.Shape, opened.Network.Options));
        Assert.Equal(_model.Weights.Values(), opened.Weights.Values());
    }

    [Fact]
    public void Of_a_training_under_way_the_averaged_weights_are_opened()
    {
        var averaged = Array.ConvertAll(_model.Weights.Values(), weight => weight / 2);
        var checkpoint = _model.ToCheckpoint() with { Rows = new Dictionary<string, ReadOnlyMemory<float>> { [TrainingMoment.AveragedRow] = averaged } };

        using var opened = BeliefModel.Open(checkpoint);

        Assert.Equal(averaged, opened.Weights.Values());
    }

    [Theory]
    [InlineData("human", null)]
    [InlineData("belief", "{}")]
    [InlineData("belief", "null")]
    [InlineData("belief", "{\"width\":\"many\"}")]
    [InlineData("belief", "{\"width\":5,\"height\":6,\"depth\":7,\"channels\":17,\"columnFeatures\":8,\"blocks\":1}")]
    [InlineData("belief", "{\"width\":5,\"height\":6,\"depth\":7,\"channels\":16,\"columnFeatures\":8,\"blocks\":2000000000}")]
    [InlineData("belief", "{\"width\":5,\"height\":7,\"depth\":7,\"channels\":16,\"columnFeatures\":8,\"blocks\":1}")]
    public void What_is_no_belief_model_is_refused(string network, string? options)
    {
        var checkpoint = _model.ToCheckpoint();

        Assert.Throws<ArtifactFormatException>(() => BeliefModel.Open(checkpoint with { Network = network, NetworkOptions = options ?? checkpoint.NetworkOptions }));
    }

    [Theory]
    [InlineData(WeightFormat.F32)]
    [InlineData(WeightFormat.I8)]
    public void The_served_file_passes_its_own_probe_and_says_of_which_model_it_is(WeightFormat format)
    {
        using var engine = InferenceEngine.Open(_model.ToOnnx(format, "address"), "belief.onnx");

        Assert.Contains(OnnxMetadata.Probe, engine.Metadata.Keys);
        Assert.Equal((BeliefNetwork.Name, "address"), (engine.Metadata[OnnxMetadata.Network], engine.Metadata[OnnxMetadata.Checkpoint]));
    }

    [Fact]
    public void Seated_a_model_builds_what_it_is_sure_of_without_seeing_the_goal()
    {
        using var engine = InferenceEngine.Open(_model.ToOnnx(), "belief.onnx");
        Assert.Equal(0, EditsOf(engine, sure: 0.99));

        // With fresh weights every block is about equally likely.
        Assert.True(EditsOf(engine, sure: 0.02) > 0);
    }

    private static int EditsOf(InferenceEngine engine, double sure)
    {
        using var policy = BeliefPolicy.Sure(engine, Shape, sure);
        var options = new SiteOptions { Size = Shape.Size, Horizon = 30, Builders = [new BuilderOptions(), new BuilderOptions { GoalVisible = false }] };
        var site = new BuildSite(options, SiteGround.Reset(Shape.Size));
        var runner = new PolicyRunner(site, new IdlePolicy(), policy);
        var edits = 0;
        for (runner.ResetPolicies(); site.Timestep < options.Horizon;)
        {
            runner.Step();
            edits += runner.Deeds[1].Action.IsEdit ? 1 : 0;
        }

        return edits;
    }

    private static BeliefModel Fresh()
    {
        var network = new BeliefNetwork(Shape, Small);
        return new BeliefModel(network, WeightSet.Fresh(network.Weights(), 3));
    }
}
