using System.Buffers.Binary;
using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;
using CsCheck;

namespace BlockAssist.Learner.Tests.Checkpoints;

public sealed class SafetensorsFileTests
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        var file = SafetensorsFile.Parse(SomeFile(), "some");
        file.CheckHash();

        Assert.Equal([1, 2, 3, 4, 5, 6], file.Floats("layer.weight").ToArray());
        Assert.Equal([2, 3], file.Tensors["layer.weight"].Shape);
        Assert.Equal([7, 8, 9], file.Bytes("state").ToArray());
        Assert.Equal("grüße \"\\\n", file.Metadata["greeting"]);
        Assert.Equal([0], file.Tensors["nothing"].Shape);
    }

    [Fact]
    public void Numbers_are_aligned_as_the_reference_implementation_aligns_them()
    {
        var bytes = SomeFile();
        var file = SafetensorsFile.Parse(bytes, "some");

        Assert.Equal(0UL, BinaryPrimitives.ReadUInt64LittleEndian(bytes) % 8);
        Assert.True(file.Tensors["layer.weight"].Begin < file.Tensors["state"].Begin);
        Assert.Equal(0, file.Tensors["layer.weight"].Begin % 4);
    }

    [Fact]
    public void A_file_of_the_reference_implementation_is_read()
    {
        // The example in the documentation of huggingface/safetensors' Rust crate.
        const string Header = """{"test":{"dtype":"I32","shape":[2,2],"data_offsets":[0,16]}}""";
        var file = SafetensorsFile.Parse(File(Header, new byte[16]), "reference");

        Assert.Equal(new StoredTensor("test", TensorType.I32, [2, 2], 0, 16) with { Shape = file.Tensors["test"].Shape }, file.Tensors["test"]);
        Assert.Throws<ArtifactFormatException>(file.CheckHash);
    }

    [Theory]
    [InlineData("", 0, "first 8 bytes")]
    [InlineData("[]", 0, "starting with '{'")]
    [InlineData("{", 0, "broken JSON")]
    [InlineData("{} x", 0, "broken JSON")]
    [InlineData("{}", 1, "1 bytes, expected the 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 8, "8 bytes, expected the 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "bytes 4 to 8, expected 0 to 4")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", 4, "shape [2]")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", 4, "bytes 4 to 0")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]}}""", 4, "no more than the 4 bytes")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", 4, "0 or more")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", 4, "whole numbers")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}}""", 4, "at most 8")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}""", 4, "at most 2")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}""", 4, "missing")]
    [InlineData("""{"a":{"dtype":"F31","shape":[1],"data_offsets":[0,4]}}""", 4, "'F31'")]
    [InlineData("""{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}""", 4, "Number")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "second entry")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"x":0}}""", 1, "another")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"a":{"dtype":"U8","shape":[0],"data_offsets":[1,1]}}""", 1, "'a' twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, "bytes 1 to 3, expected 2 to 4")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "expected a text")]
    [InlineData("""{"__metadata__":{"a":"1","a":"2"}}""", 0, "'a' twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "twice")]
    [InlineData("""{"__metadata__":null}""", 0, "an object")]
    [InlineData("""{"__metadata__":{"a":"\ud800"}}""", 0, "surrogate")]
    [InlineData("""{"a":[]}""", 0, "an object")]
    [InlineData("""{"a":{"dtype":"U8","shape":[[1]],"data_offsets":[0,1]}}""", 1, "whole numbers")]
    public void A_wrong_header_is_refused_with_what_was_expected(string header, int dataLength, string message)
    {
        var bytes = header.Length == 0 ? new byte[7] : File(header, new byte[dataLength]);

        var refusal = Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(bytes, "bad.safetensors"));

        Assert.StartsWith("bad.safetensors: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_longer_than_the_file_or_the_limit_is_refused_before_it_is_read()
    {
        var bytes = SomeFile();
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, ulong.MaxValue);

        Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(bytes, "long"));
        Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(SomeFile(), "long", new SafetensorsLimits { MaxHeaderBytes = 100 }));
        Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(SomeFile(), "many", new SafetensorsLimits { MaxTensors = 2 }));
        Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(SomeFile(), "many", new SafetensorsLimits { MaxMetadata = 1 }));
    }

    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        var good = SomeFile();
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Throws<ArtifactFormatException>(() => SafetensorsFile.Parse(bad, "flipped").CheckHash());
        }
    }

    [Fact]
    public void A_flipped_bit_of_a_number_is_reported_with_both_hashes()
    {
        var bytes = SomeFile();
        bytes[^1] ^= 1;
        var file = SafetensorsFile.Parse(bytes, "flipped");

        var refusal = Assert.Throws<ArtifactFormatException>(file.CheckHash);

        Assert.Contains(file.Metadata["sha256"], refusal.Message, StringComparison.Ordinal);
        Assert.Equal(2, refusal.Message.Split(' ', ',').Count(ContentHash.IsHash));
    }

    [Fact]
    public void Any_tensors_come_back() => Gen.Select(Gen.Float.Array[0, 20], Gen.Byte.Array[0, 20], Gen.String).Sample((floats, state, text) =>
    {
        var writer = new SafetensorsWriter();
        writer.Add("b", state);
        writer.Add("a", floats, [floats.Length]);
        writer.Metadata["text"] = string.Concat(text.EnumerateRunes());
        var stream = new MemoryStream();
        writer.Write(stream);

        var file = SafetensorsFile.Parse(stream.ToArray(), "any");
        file.CheckHash();

        Assert.Equal(floats.Select(BitConverter.SingleToUInt32Bits), file.Floats("a").ToArray().Select(BitConverter.SingleToUInt32Bits));
        Assert.Equal(state, file.Bytes("b").ToArray());
        Assert.Equal(writer.Metadata["text"], file.Metadata["text"]);
    });

    [Fact]
    public void Damaged_files_end_in_a_report_and_in_nothing_worse() => FuzzRun.Over([SomeFile(), CheckpointFile.ToBytes(SomeCheckpoints.Small())], 2000, damaged =>
    {
        try
        {
            SafetensorsFile.Parse(damaged, "damaged").CheckHash();
        }
        catch (ArtifactFormatException error)
        {
            Assert.DoesNotContain('\n', error.Message);
        }
    });

    private static byte[] SomeFile()
    {
        var writer = new SafetensorsWriter();
        writer.Add("state", (byte[])[7, 8, 9]);
        writer.Add("layer.weight", (float[])[1, 2, 3, 4, 5, 6], [2, 3]);
        writer.Add("nothing", Array.Empty<float>(), [0]);
        writer.Metadata["greeting"] = "grüße \"\\\n";
        var stream = new MemoryStream();
        writer.Write(stream);
        return stream.ToArray();
    }

    private static byte[] File(string header, byte[] data) =>
        [.. BitConverter.GetBytes((ulong)Encoding.UTF8.GetByteCount(header)), .. Encoding.UTF8.GetBytes(header), .. data];
}
