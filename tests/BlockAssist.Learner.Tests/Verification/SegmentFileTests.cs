using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Verification;

public sealed class SegmentFileTests
{
    private static readonly TrainingOptions Options = new()
    {
        Steps = 1500,
        Length = 8,
        Batch = 2,
        Rate = 0.002,
        WarmUp = 50,
        Decay = 0.05,
        Clip = 1,
        Averaging = 0.99,
        Turned = true,
        Seed = 1,
    };

    [Fact]
    public void A_segment_comes_back_as_it_was()
    {
        var (segment, windows) = (Example(), Windows());
        var bytes = SegmentFile.ToBytes(segment with { Windows = windows });

        var read = SegmentFile.FromBytes(bytes, "a test");

        Assert.Equal(windows, read.Windows);
        Assert.Equal(segment.Update.ToArray(), read.Update.ToArray());
        Assert.Equal(segment with { Update = default }, read with { Update = default, Windows = segment.Windows });
        Assert.Equal(bytes, SegmentFile.ToBytes(read));
    }

    [Fact]
    public void What_is_damaged_is_refused_or_read_as_what_it_says()
    {
        byte[][] corpus = [SegmentFile.ToBytes(Example()), SegmentFile.ToBytes(Example() with { Windows = Windows() })];
        var refused = 0;

        var read = FuzzRun.Over(corpus, 2000, bytes =>
        {
            try
            {
                Seal(bytes);
                Assert.Equal(bytes, SegmentFile.ToBytes(SegmentFile.FromBytes(bytes, "a test")));
            }
            catch (Exception error) when (error is ArtifactFormatException or NewerVersionException)
            {
                refused++;
            }
        });

        Assert.InRange(refused, read / 2, read);
    }

    [Fact]
    public void A_number_beyond_all_bounds_is_refused()
    {
        var bytes = SegmentFile.ToBytes(Example());
        var at = Encoding.ASCII.GetString(bytes).IndexOf("\"rate\":0.002", StringComparison.Ordinal) + 7;
        "1e999"u8.CopyTo(bytes.AsSpan(at));
        Seal(bytes);

        Assert.Throws<ArtifactFormatException>(() => SegmentFile.FromBytes(bytes, "a test"));
    }

    [Fact]
    public void The_example_on_the_page_is_what_is_written()
    {
        var page = FormatPage.Fenced("segment.md", "hex")[0];

        Assert.Equal(Convert.ToHexString(SegmentFile.ToBytes(Example() with { Windows = Windows() })), Convert.ToHexString(FormatPage.Hex(page)));
    }

    private static TrainingSegment Example()
    {
        using var codec = new UpdateCodec();
        var start = ContentHash.Of("start"u8);
        return new TrainingSegment
        {
            NetworkOptions = new HumanNetworkOptions { CellFeatures = 16, Channels = 16, Blocks = 2, Context = 128, Memory = 128, Dropout = 0.2 },
            TrainingOptions = Options,
            Start = start,
            Data = ContentHash.Of("data"u8),
            Class = new DeviceClass("cpu", "linux x64", "AuthenticAMD family 26 model 2", "fma avx2", 1, "channels_last", "TorchSharp 0.107.0, libtorch 2.10.0", "", 1),
            FirstStep = 40,
            Steps = 1,
            End = ContentHash.Of("end"u8),
            Update = codec.Encode([0.875f, -0.125f], new UpdateOptions(UpdateFormat.F32) { Compress = false }, start),
        };
    }

    private static SegmentWindow[] Windows() =>
        [new SegmentWindow(ContentHash.Of("one"u8), 0, 17, 5), new SegmentWindow(ContentHash.Of("two"u8), 1, 300, 0)];

    // So that damage is found by what reads on, not by the checksum alone.
    private static void Seal(byte[] bytes)
    {
        if (bytes.Length > 4)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), Crc32.HashToUInt32(bytes.AsSpan(0, bytes.Length - 4)));
        }
    }
}
