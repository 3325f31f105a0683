using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Formats;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class LitematicCodecTests
{
    [Fact]
    public void Regions_are_put_together_where_they_stand()
    {
        var import = Import(
            new Region(new BlockPos(10, 5, -3), new BlockPos(2, 1, 1), ["minecraft:air", "minecraft:stone"], [1, 1]),
            new Region(new BlockPos(8, 6, -3), new BlockPos(1, 1, 2), ["minecraft:air", "minecraft:glass"], [0, 1]));

        var blocks = import.Blueprint.Blocks;
        Assert.Equal(new GridSize(4, 2, 2), blocks.Size);
        Assert.Equal(Block.Stone, blocks[2, 0, 0]);
        Assert.Equal(Block.Stone, blocks[3, 0, 0]);
        Assert.Equal(Block.Glass, blocks[0, 1, 1]);
        Assert.Equal(3, blocks.CountSolid());
    }

    [Fact]
    public void A_negative_size_reaches_back_from_the_position()
    {
        var import = Import(
            new Region(new BlockPos(0, 0, 0), new BlockPos(-3, 1, -2), ["minecraft:air", "minecraft:dirt"], [1, 0, 0, 0, 0, 0]),
            new Region(new BlockPos(0, 0, 0), new BlockPos(1, 1, 1), ["minecraft:air", "minecraft:glass"], [1]));

        var blocks = import.Blueprint.Blocks;
        Assert.Equal(new GridSize(3, 1, 2), blocks.Size);
        Assert.Equal(Block.Dirt, blocks[0, 0, 0]);
        Assert.Equal(Block.Glass, blocks[2, 0, 1]);
        Assert.Equal(2, blocks.CountSolid());
    }

    [Fact]
    public void Air_of_a_later_region_does_not_erase()
    {
        var import = Import(
            new Region(default, new BlockPos(2, 1, 1), ["minecraft:air", "minecraft:dirt"], [1, 1]),
            new Region(default, new BlockPos(2, 1, 1), ["minecraft:air", "minecraft:glass"], [0, 1]));

        Assert.Equal([Block.Dirt, Block.Glass], import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Fact]
    public void Numbers_that_reach_into_the_next_word_survive() =>
        Gen.Select(Gen.Int[2, 20], Gen.Int[1, 100], Gen.Int[0, int.MaxValue].Array[100]).Sample((bits, count, values) =>
        {
            var words = new long[PackedLongs.WordsFor(count, bits)];
            for (var i = 0; i < count; i++)
            {
                PackedLongs.Write(words, i, bits, values[i] & ((1 << bits) - 1));
            }

            var bytes = words.SelectMany(word => BitConverter.GetBytes(word).Reverse()).ToArray();
            return Enumerable.Range(0, count).All(i => PackedLongs.Read(bytes, i, bits) == (values[i] & ((1 << bits) - 1)));
        });

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(16, 4)]
    [InlineData(17, 5)]
    public void A_palette_needs_so_many_bits(int count, int bits) => Assert.Equal(bits, PackedLongs.BitsFor(count));

    [Fact]
    public void Regions_too_far_apart_are_refused()
    {
        var refusal = Assert.Throws<BlueprintFormatException>(() => Import(
            new Region(new BlockPos(int.MinValue, 0, 0), new BlockPos(1, 1, 1), ["minecraft:stone"], [0]),
            new Region(new BlockPos(int.MaxValue, 0, 0), new BlockPos(1, 1, 1), ["minecraft:stone"], [0])));

        Assert.Contains("4294967296×1×1", refusal.What);
    }

    [Fact]
    public void Regions_on_top_of_each_other_cannot_ask_for_endless_work()
    {
        var stacked = Enumerable.Repeat(new Region(default, new BlockPos(2, 2, 2), ["minecraft:stone"], new int[8]), 10).ToArray();

        Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(FileOf(stacked), "x.litematic", new BlueprintLimits { MaxVolume = 79 }));
        Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(FileOf(stacked), "x.litematic", new BlueprintLimits { MaxParts = 9 }));
        Assert.Equal(8, BlueprintFiles.Import(FileOf(stacked), "x.litematic", new BlueprintLimits { MaxVolume = 80 }).Blueprint.Blocks.CountSolid());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(200)]
    public void Palettes_of_any_length_are_unpacked(int length)
    {
        string[] palette = [.. Enumerable.Range(0, length).Select(i => i == length - 1 ? "minecraft:glass" : "minecraft:stone")];
        var cells = Enumerable.Range(0, 125).Select(i => i % 3 == 0 ? length - 1 : i % (length - 1)).ToArray();

        var blocks = Import(new Region(default, new BlockPos(125, 1, 1), palette, cells)).Blueprint.Blocks;

        Assert.Equal(Enumerable.Range(0, 125).Select(i => i % 3 == 0 ? Block.Glass : Block.Stone), blocks.Blocks.ToArray());
    }

    private static BlueprintImport Import(params Region[] regions) => BlueprintFiles.Import(FileOf(regions), "x.litematic");

    private static byte[] FileOf(params Region[] regions)
    {
        var nbt = new NbtWriter("");
        nbt.Int("Version", 6);
        nbt.Begin("Regions");
        for (var i = 0; i < regions.Length; i++)
        {
            nbt.Begin($"region {i}");
            regions[i].Write(nbt);
            nbt.End();
        }

        nbt.End();
        return nbt.Finish();
    }

    private sealed record Region(BlockPos Position, BlockPos Size, string[] Palette, int[] Cells)
    {
        public void Write(NbtWriter nbt)
        {
            WriteTriple(nbt, "Position", Position);
            WriteTriple(nbt, "Size", Size);
            nbt.List("BlockStatePalette", NbtType.Compound, Palette.Length);
            foreach (var name in Palette)
            {
                nbt.Begin(null);
                nbt.Text("Name", name);
                nbt.End();
            }

            var bits = PackedLongs.BitsFor(Palette.Length);
            var words = new long[PackedLongs.WordsFor(Cells.Length, bits)];
            for (var i = 0; i < Cells.Length; i++)
            {
                PackedLongs.Write(words, i, bits, Cells[i]);
            }

            nbt.Longs("BlockStates", words);
        }

        private static void WriteTriple(NbtWriter nbt, string name, BlockPos triple)
        {
            nbt.Begin(name);
            nbt.Int("x", triple.X);
            nbt.Int("y", triple.Y);
            nbt.Int("z", triple.Z);
            nbt.End();
        }
    }
}
