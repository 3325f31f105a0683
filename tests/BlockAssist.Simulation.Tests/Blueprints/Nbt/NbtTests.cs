using System.IO.Compression;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Blueprints.Nbt;

public sealed class NbtTests
{
    [Fact]
    public void Every_value_that_is_written_is_read_again()
    {
        var nbt = new NbtWriter("root");
        nbt.Short("short", 40_000);
        nbt.Int("int", int.MinValue);
        nbt.Long("long", 5);
        nbt.Text("text", "a\0ü€🏠");
        nbt.Bytes("bytes", [1, 2, 255]);
        nbt.Ints("ints", [1, -2, 3]);
        nbt.Longs("longs", [-1, 2]);
        nbt.List("triple", NbtType.Int, 3);
        nbt.Int(null, 7);
        nbt.Int(null, 8);
        nbt.Int(null, 9);
        nbt.Begin("inside");
        nbt.Text("more", "yes");
        nbt.End();

        var document = NbtDocument.Read(nbt.Finish(), BlueprintLimits.Default);
        var root = document.Root;

        Assert.Equal("root", document.Name);
        Assert.Equal(40_000, (ushort)root.Need("short").ToInt32());
        Assert.Equal(int.MinValue, root.Need("int").ToInt32());
        Assert.Equal(5, root.Need("long").ToInt32());
        Assert.Equal("a\0ü€🏠", root.Need("text").ToText());
        Assert.Equal([1, 2, 255], root.Need("bytes").ToBytes().ToArray());
        Assert.Equal((1, -2, 3), root.Need("ints").ToTriple());
        Assert.Equal(16, root.Need("longs").ToLongBytes().Length);
        Assert.Equal((7, 8, 9), root.Need("triple").ToTriple());
        Assert.Equal("yes", root.Need("inside").AsCompound().Need("more").ToText());
        Assert.Equal(["short", "int", "long", "text", "bytes", "ints", "longs", "triple", "inside"], root.Children().Select(tag => tag.Name));
        Assert.Null(root.Find("absent"));
    }

    [Fact]
    public void Any_text_survives_its_modified_encoding() =>
        Gen.String[Gen.Char, 0, 40].Sample(text =>
        {
            var nbt = new NbtWriter(text);
            return NbtDocument.Read(nbt.Finish(), BlueprintLimits.Default).Name == text;
        });

    [Fact]
    public void Gzip_zlib_and_bare_data_are_told_apart()
    {
        var gzip = new NbtWriter("name").Finish();
        var bare = NbtPacking.Unpack(gzip, 1000);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            zlib.Write(bare);
        }

        foreach (var file in (byte[][])[gzip, bare, packed.ToArray()])
        {
            Assert.Equal("name", NbtDocument.Read(file, BlueprintLimits.Default).Name);
        }
    }

    // .NET has an exception of its own for such a stream.
    [Fact]
    public void Zlib_that_needs_a_dictionary_is_refused() =>
        Assert.Throws<BlueprintFormatException>(() => NbtDocument.Read([0x78, 0xBB, 1, 2, 3, 4, 0x63, 0x60], BlueprintLimits.Default));

    [Fact]
    public void A_bomb_is_refused_before_it_takes_memory()
    {
        var bomb = NbtPacking.Pack(new byte[64 << 20]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<BlueprintFormatException>(() => NbtDocument.Read(bomb, new BlueprintLimits { MaxUnpackedBytes = 1 << 20 }));

        Assert.Contains("at most 1048576 bytes", refusal.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Theory]
    [InlineData("0A0000070001610000FFFF00", "at byte 11")] // an array longer than the file
    [InlineData("0A0000070001617FFFFFFF00", "at byte 11")]
    [InlineData("0A00000B0001617FFFFFFF00", "at byte 11")]
    [InlineData("0A0000090001610A7FFFFFFF00", "at byte 12")] // a list of more compounds than bytes
    [InlineData("0A00000900016100000000FF00", "at byte 12")] // a list of nothings
    [InlineData("0A00000D0001610000", "at byte 3")] // no such type
    [InlineData("0A0000080001610009", "at byte 9")] // a text cut off
    [InlineData("0A000008000161", "at byte 7")]
    [InlineData("0A00", "at byte 1")]
    [InlineData("0A0001FF00", "at byte 3")] // no UTF-8
    [InlineData("09000003", "at byte 0")] // no compound
    public void Broken_data_is_refused_with_its_place(string hex, string where)
    {
        var refusal = Assert.Throws<BlueprintFormatException>(() => NbtDocument.Read(Convert.FromHexString(hex), BlueprintLimits.Default));

        Assert.Contains($"{where} ", refusal.Message);
    }

    [Fact]
    public void Nesting_has_a_limit()
    {
        byte[] Nested(int depth) => [0x0A, 0, 0, 0x09, 0, 0, .. Enumerable.Repeat((byte[])[9, 0, 0, 0, 1], depth - 2).SelectMany(list => list), 0, 0, 0, 0, 0, 0];

        Assert.NotNull(NbtDocument.Read(Nested(512), BlueprintLimits.Default));
        Assert.Throws<BlueprintFormatException>(() => NbtDocument.Read(Nested(513), BlueprintLimits.Default));
        Assert.Throws<BlueprintFormatException>(() => NbtDocument.Read(Nested(20_000), BlueprintLimits.Default));
    }
}
