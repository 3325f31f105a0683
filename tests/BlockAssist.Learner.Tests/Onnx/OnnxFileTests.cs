using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Voxels;
using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Tests.Onnx;

public sealed class OnnxFileTests
{
    private static readonly IServedNetwork Network = new TowerNetwork(16, 1, 32);

    [Fact]
    public void A_file_says_which_network_and_weights_it_holds()
    {
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(Network), 1);
        var file = OnnxExporter.Export(Network, weights, WeightFormat.F16, [new("version", "1.2")]);

        using var engine = InferenceEngine.Open(file, "tower.onnx");

        Assert.Equal("tower", engine.Metadata[OnnxMetadata.Network]);
        Assert.Equal("f16", engine.Metadata[OnnxMetadata.Format]);
        Assert.Equal(OnnxMetadata.HashOf(weights), engine.Metadata[OnnxMetadata.Weights]);
        Assert.Equal("1.2", engine.Metadata["version"]);
    }

    [Fact]
    public void The_same_network_gives_the_same_bytes() => Assert.Equal(Exported(), Exported());

    [Fact]
    public void Another_program_reads_the_file_as_it_is()
    {
        using var session = new InferenceSession(Exported());

        Assert.Equal([-1, 32, 9, 9], session.InputMetadata["planes"].Dimensions);
        Assert.Equal("N", session.InputMetadata["planes"].SymbolicDimensions[0]);
        Assert.Equal([-1, 810], session.OutputMetadata["place"].Dimensions);
        Assert.Equal([1, -1, 32], session.OutputMetadata["hidden_next"].Dimensions);
    }

    [Fact]
    public void Smaller_formats_make_smaller_files()
    {
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(new TowerNetwork()), 1);

        var sizes = Enum.GetValues<WeightFormat>()
            .ToDictionary(format => format, format => OnnxExporter.Export(new TowerNetwork(), weights, format).Length);

        Assert.InRange(sizes[WeightFormat.F32], 4 * weights.Count, 4.1 * weights.Count);
        Assert.InRange(sizes[WeightFormat.F16], 2 * weights.Count, 2.1 * weights.Count);
        Assert.InRange(sizes[WeightFormat.I8], weights.Count, 1.1 * weights.Count);
        Assert.InRange(sizes[WeightFormat.I8Dynamic], weights.Count, 2.1 * weights.Count);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused_by_name()
    {
        var file = Exported();

        for (var length = 0; length < file.Length; length += 1 + (file.Length / 300))
        {
            var refusal = Assert.Throws<OnnxFormatException>(() => InferenceEngine.Open(file[..length], "cut.onnx"));
            Assert.StartsWith("cut.onnx ", refusal.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refusal.Message);
        }
    }

    [Fact]
    public void A_file_with_a_flipped_bit_anywhere_is_refused_by_name()
    {
        var file = Exported();
        var random = new SeededRandom(5);

        for (var i = 0; i < 300; i++)
        {
            var damaged = file.ToArray();
            damaged[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
            var refusal = Assert.Throws<OnnxFormatException>(() => InferenceEngine.Open(damaged, "flipped.onnx"));
            Assert.StartsWith("flipped.onnx ", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_foreign_file_is_refused_by_name()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{nameof(OnnxFileTests)}-{Environment.ProcessId}.onnx");
        File.WriteAllText(path, "not a network");
        try
        {
            var refusal = Assert.Throws<OnnxFormatException>(() => InferenceEngine.Open(path));
            Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_sealed_file_that_is_no_network_is_refused_with_the_reason()
    {
        var refusal = Assert.Throws<InferenceException>(() => InferenceEngine.Open(OnnxSeal.Close([1, 2, 3]), "odd.onnx"));

        Assert.StartsWith("Nothing here can run odd.onnx. DirectMl: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("; Cpu: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static byte[] Exported()
    {
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(Network), 1);
        return OnnxExporter.Export(Network, weights);
    }
}
