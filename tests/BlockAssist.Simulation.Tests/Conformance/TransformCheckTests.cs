using System.IO.Compression;
using System.Text.Json;
using BlockAssist.Simulation.Conformance;

namespace BlockAssist.Simulation.Tests.Conformance;

public sealed class TransformCheckTests
{
    [Fact]
    public void Every_recorded_transform_of_MBAG_comes_out_the_same()
    {
        var total = CheckResult.None;
        using var file = new GZipStream(
            File.OpenRead(SharedData.Need("mbag/vectors/transforms.jsonl.gz")), CompressionMode.Decompress);
        using var lines = new StreamReader(file);
        while (lines.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            total += TransformCheck.Check(document.RootElement);
        }

        Assert.Empty(total.Mismatches);
        Assert.Equal(526, total.Checks);
    }
}
