using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class SpongeCodecTests
{
    [Fact]
    public void States_and_numbers_of_two_bytes_are_read()
    {
        var import = Import(2, [("minecraft:oak_log[axis=x]", 300), ("minecraft:snow[layers=2]", 1)], [0xAC, 0x02, 0x01, 0xAC, 0x02], width: 3);

        Assert.Equal(BlueprintFormat.Sponge, import.Format);
        Assert.Equal([Block.Log, Block.Air, Block.Log], import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Versions_1_and_2_are_read(int version) =>
        Assert.Equal(BlueprintFormat.Sponge, Import(version, [("minecraft:stone", 0)], [0, 0, 0], width: 3).Format);

    [Fact]
    public void Unknown_blocks_are_counted_and_become_what_is_most_frequent_around_them()
    {
        var import = Import(
            2,
            [("minecraft:dirt", 0), ("some_mod:thing[facing=up]", 1), ("some_mod:other", 2), ("minecraft:glass", 3), ("minecraft:air", 4)],
            [4, 4, 0, 1, 3, 3, 1, 4, 2],
            width: 9);

        Assert.Equal([new UnmappedBlock("some_mod:thing", 2), new UnmappedBlock("some_mod:other", 1)], import.Unmapped);
        Assert.Equal(
            [Block.Air, Block.Air, Block.Dirt, Block.Dirt, Block.Glass, Block.Glass, Block.Glass, Block.Air, Block.Stone],
            import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 5 }, "palette entry 5")]
    [InlineData(new byte[] { 0, 0, 0x80 }, "the data ends too early")]
    [InlineData(new byte[] { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0, 0, 0 }, "more than five bytes")]
    public void Bad_numbers_are_refused(byte[] data, string what)
    {
        var refusal = Assert.Throws<BlueprintFormatException>(() => Import(2, [("minecraft:stone", 0)], data, width: 3));

        Assert.Contains(what, refusal.What);
    }

    [Fact]
    public void A_version_of_the_future_is_refused() =>
        Assert.Throws<BlueprintFormatException>(() => Import(4, [("minecraft:stone", 0)], [0, 0, 0], width: 3));

    private static BlueprintImport Import(int version, (string Name, int Index)[] palette, byte[] data, int width)
    {
        var nbt = new NbtWriter("Schematic");
        nbt.Int("Version", version);
        nbt.Short("Width", width);
        nbt.Short("Height", 1);
        nbt.Short("Length", 1);
        nbt.Begin("Palette");
        foreach (var (name, index) in palette)
        {
            nbt.Int(name, index);
        }

        nbt.End();
        nbt.Bytes("BlockData", data);
        return BlueprintFiles.Import(nbt.Finish(), "x.schem");
    }
}
