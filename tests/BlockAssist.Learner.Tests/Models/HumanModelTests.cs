using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Models;

public sealed class HumanModelTests : IDisposable
{
    private const float Tolerance = 1e-4f;

    private static readonly HumanNetworkOptions Small = new() { Channels = 16, Blocks = 1, Context = 32, Memory = 16 };

    private readonly HumanModel _model = Fresh(3);

    public void Dispose() => _model.Dispose();

    [Fact]
    public void A_model_comes_back_from_its_file_as_it_was()
    {
        using var folder = new TemporaryFolder();
        CheckpointFile.Save(_model.ToCheckpoint(), folder.File("model.safetensors"));

        using var opened = HumanModel.Open(CheckpointFile.Load(folder.File("model.safetensors")));

        Assert.Equal(Small, opened.Network.Options);
        Assert.Equal(_model.Weights.Values(), opened.Weights.Values());
    }

    [Fact]
    public void Of_a_training_under_way_the_averaged_weights_are_opened()
    {
        var averaged = Array.ConvertAll(_model.Weights.Values(), weight => weight / 2);
        var checkpoint = _model.ToCheckpoint() with { Rows = new Dictionary<string, ReadOnlyMemory<float>> { [TrainingMoment.AveragedRow] = averaged } };

        using var opened = HumanModel.Open(checkpoint);

        Assert.Equal(averaged, opened.Weights.Values());
    }

    [Theory]
    [InlineData("assistant", "{}")]
    [InlineData("human", "{\"channels\":17}")]
    [InlineData("human", "{\"channels\":\"many\"}")]
    [InlineData("human", "{\"blocks\":2000000000}")]
    [InlineData("human", "{\"context\":64}")]
    [InlineData("human", "null")]
    public void What_is_no_human_model_is_refused(string network, string options)
    {
        var checkpoint = _model.ToCheckpoint() with { Network = network, NetworkOptions = options };

        Assert.Throws<ArtifactFormatException>(() => HumanModel.Open(checkpoint));
    }

    [Fact]
    public void The_served_file_answers_random_views_as_torch_does_and_says_of_which_model_it_is()
    {
        var address = ContentHash.Of(CheckpointFile.ToBytes(_model.ToCheckpoint()));

        using var engine = InferenceEngine.Open(_model.ToOnnx(address: address), "human.onnx");
        using var run = engine.Run(batch: 5);

        Assert.Equal(address, engine.Metadata[OnnxMetadata.Checkpoint]);
        Assert.InRange(Enumerable.Range(1, 10).Max(seed => LargestDifference(run, (ulong)seed)), 0, Tolerance);
    }

    [Theory]
    [InlineData(WeightFormat.F32)]
    [InlineData(WeightFormat.F16)]
    [InlineData(WeightFormat.I8)]
    [InlineData(WeightFormat.I8Dynamic)]
    public void A_file_passes_its_own_probe(WeightFormat format)
    {
        using var engine = InferenceEngine.Open(_model.ToOnnx(format), "human.onnx");

        Assert.Contains(OnnxMetadata.Probe, engine.Metadata.Keys);
    }

    [Fact]
    public void A_file_with_the_probe_of_another_model_is_refused()
    {
        using var other = Fresh(4);
        var served = new ServedHumanNetwork(_model.Network);
        var probe = StoredProbe.Of(other.ToOnnx(), "other");
        var cut = KeyValuePair.Create(OnnxMetadata.Probe, probe.Value[..80]);

        Assert.Contains("instead of", Refusal(OnnxExporter.Export(served, _model.Weights, metadata: [probe])), StringComparison.Ordinal);
        Assert.Contains("not one of its network", Refusal(OnnxExporter.Export(served, _model.Weights, metadata: [cut])), StringComparison.Ordinal);
    }

    private static string Refusal(byte[] file) => Assert.Throws<InferenceException>(() => InferenceEngine.Open(file, "human.onnx").Dispose()).Message;

    private static HumanModel Fresh(ulong seed)
    {
        var network = new HumanNetwork(Small);
        return new HumanModel(network, WeightSet.Fresh(network.Weights(), seed));
    }

    private float LargestDifference(InferenceRun run, ulong seed)
    {
        var random = new SeededRandom(seed);
        foreach (var input in run.Inputs)
        {
            foreach (ref var number in run.Input(input))
            {
                number = (float)((2 * random.NextDouble()) - 1);
            }
        }

        run.Execute();
        return Torch(run).Max(output => output.Numbers.Zip(run.Output(output.Name).ToArray(), (a, b) => MathF.Abs(a - b)).Max());
    }

    private List<(string Name, float[] Numbers)> Torch(InferenceRun run)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var served = new ServedHumanNetwork(_model.Network);
        Tensor[] inputs = [.. served.Inputs.Select(input => tensor(run.Input(input.Name).ToArray()).reshape(Array.ConvertAll(input.Shape, length => length < 0 ? run.Batch : (long)length)))];
        return [.. served.Run(new TorchOps(_model.Weights), inputs).Zip(served.Outputs, (output, name) => (name, output.contiguous().data<float>().ToArray()))];
    }
}
