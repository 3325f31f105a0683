using System.Text;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Tests.Checkpoints;

/// <summary>Keeps docs/formats/checkpoint.md true: its example is a file, and that file is what the page says.</summary>
public sealed class CheckpointPageTests
{
    [Fact]
    public void The_example_is_what_is_written()
    {
        var written = CheckpointFile.ToBytes(new Checkpoint
        {
            Network = "tiny",
            NetworkOptions = """{"width":2}""",
            Weights = [new CheckpointWeight("a.bias", [2])],
            Row = (float[])[0.5f, -1],
            Rows = new Dictionary<string, ReadOnlyMemory<float>> { ["m"] = (float[])[0.25f, 0] },
            States = new Dictionary<string, ReadOnlyMemory<byte>> { ["random"] = (byte[])[1, 2, 3] },
            Counters = new Dictionary<string, long> { ["step"] = 7 },
            Scalars = new Dictionary<string, double> { ["best"] = double.PositiveInfinity },
            Metrics = new Dictionary<string, double> { ["accuracy"] = 0.5 },
            CodeVersion = "0.1",
        });

        Assert.Equal(Encoding.Latin1.GetString(written), Encoding.Latin1.GetString(FromPage()));
    }

    [Fact]
    public void The_example_says_what_the_page_says()
    {
        var loaded = CheckpointFile.FromBytes(FromPage(), "checkpoint.md");

        Assert.Equal([0.5f, -1], loaded.Row.ToArray());
        Assert.Equal([0.25f, 0], loaded.Rows["m"].ToArray());
        Assert.Equal([1, 2, 3], loaded.States["random"].ToArray());
    }

    private static byte[] FromPage()
    {
        var hex = FormatPage.Fenced("checkpoint.md", "hex");
        var length = FormatPage.Hex(hex[0]);
        var header = string.Concat(FormatPage.Fenced("checkpoint.md", "json")[0].Split('\n').Select(line => line.TrimStart()));
        return [.. length, .. Encoding.UTF8.GetBytes(header.PadRight(BitConverter.ToInt32(length))), .. FormatPage.Hex(hex[1])];
    }
}
