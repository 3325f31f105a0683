using System.Text.Json;
using System.Text.Json.Serialization;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Inference.Bench;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Tests.Onnx;

namespace BlockAssist.Learner.Tests.Inference;

public sealed class InferenceBenchTests
{
    private static readonly JsonSerializerOptions Named = new() { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public void Every_figure_is_there()
    {
        var options = new InferenceBenchOptions { Rounds = 2, RunsPerTurn = 2, Batches = [2, 4] };

        var figures = Measure(new TowerNetwork(16, 1, 32), options);

        Assert.Equal(InferenceProvider.Cpu, figures.Attempts[^1].Provider);
        Assert.All((LatencyFigures[])[figures.Idle, figures.Busy], latency => Assert.True(latency.Ratio > 0 && latency.Onnx.P99 >= latency.Onnx.P50));
        Assert.Equal([2, 4], figures.Batches.Select(batch => batch.Batch));
        Assert.Equal(Enum.GetValues<WeightFormat>(), figures.Formats.Select(format => format.Format));
        Assert.Equal(0, figures.Formats[0].MaxError);
    }

    [Fact]
    public void A_file_is_measured_without_torch()
    {
        var options = new InferenceBenchOptions { Rounds = 1, RunsPerTurn = 1, Batches = [2] };
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(new TowerNetwork(16, 1, 32)), 1);
        using var engine = InferenceEngine.Open(OnnxExporter.Export(new TowerNetwork(16, 1, 32), weights), "tower.onnx");

        var figures = new InferenceBench(TimeProvider.System, options, cancellation: TestContext.Current.CancellationToken).Measure(engine);

        Assert.Equal(("tower", null, null), (figures.Network, figures.Weights, figures.Idle.Ratio));
        Assert.Null(figures.Batches[0].Torch);
        Assert.Empty(figures.Formats);
    }

    // On request alone: it takes a minute, and what it says depends on the machine.
    [Fact(Explicit = true)]
    public void Figures_of_a_network_of_the_size_of_a_policy() =>
        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(Measure(new TowerNetwork(), new InferenceBenchOptions()), Named));

    private static InferenceFigures Measure(TowerNetwork network, InferenceBenchOptions options)
    {
        TorchRuntime.Start(options.Inference.Threads);
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(network), 1);
        return new InferenceBench(TimeProvider.System, options, cancellation: TestContext.Current.CancellationToken).Measure(network, weights);
    }
}
