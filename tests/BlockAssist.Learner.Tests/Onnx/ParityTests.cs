using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Tests.Onnx;

public sealed class ParityTests
{
    private const float Tolerance = 1e-4f;

    private static readonly IReadOnlyDictionary<string, Func<IServedNetwork>> Layers = new Dictionary<string, Func<IServedNetwork>>
    {
        ["convolution 1"] = () => new ConvolutionLayer(1),
        ["convolution 3"] = () => new ConvolutionLayer(3),
        ["convolution 5"] = () => new ConvolutionLayer(5),
        ["linear"] = () => new LinearLayer(),
        ["norm"] = () => new LayerNormLayer(),
        ["lstm 1"] = () => new LstmLayer(1),
        ["lstm 6"] = () => new LstmLayer(6),
        ["elementwise"] = () => new ElementwiseLayer(),
        ["reductions"] = () => new ReductionLayer(),
        ["shapes"] = () => new ShapeLayer(),
        ["two linear layers"] = () => new SharedLayer(),
    };

    public static TheoryData<string> LayerNames => [.. Layers.Keys];

    [Theory]
    [MemberData(nameof(LayerNames))]
    public void Each_operation_gives_the_same_numbers_as_torch(string name)
    {
        foreach (var batch in (int[])[1, 2, 7])
        {
            Assert.InRange(Differ(Layers[name](), batch), 0, Tolerance);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(64)]
    public void A_network_with_everything_gives_the_same_numbers_as_torch_at_any_batch_size(int batch) =>
        Assert.InRange(Differ(new TowerNetwork(), batch), 0, Tolerance);

    [Fact]
    public void A_memory_carried_over_many_steps_stays_the_same_as_torchs()
    {
        using var both = new BothForwards(new TowerNetwork(), 3);
        for (var step = 0; step < 20; step++)
        {
            both.Randomize("planes");
            both.Randomize("features");
            Assert.InRange(both.Execute(), 0, Tolerance);
            both.Carry("hidden_next", "hidden");
            both.Carry("cell_next", "cell");
        }
    }

    [Theory]
    [InlineData(WeightFormat.F16, 2e-3f)]
    [InlineData(WeightFormat.I8, 3e-2f)]
    [InlineData(WeightFormat.I8Dynamic, 6e-2f)]
    public void Smaller_weights_move_the_numbers_by_a_bounded_amount(WeightFormat format, float bound)
    {
        var error = Differ(new TowerNetwork(), 8, format);

        Assert.InRange(error, 1e-6f, bound);
    }

    private static float Differ(IServedNetwork network, int batch, WeightFormat format = WeightFormat.F32)
    {
        using var both = new BothForwards(network, batch, format);
        foreach (var input in network.Inputs)
        {
            both.Randomize(input.Name);
        }

        var difference = both.Execute();
        TestContext.Current.TestOutputHelper?.WriteLine($"{network.Name} {format} batch {batch}: {difference:g3}");
        return difference;
    }
}
