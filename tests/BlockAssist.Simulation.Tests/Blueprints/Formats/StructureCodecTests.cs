using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class StructureCodecTests
{
    [Fact]
    public void Cells_that_are_not_listed_are_air()
    {
        var import = Import(nbt => WritePalette(nbt, "palette"), (new BlockPos(1, 0, 2), 1, null));

        Assert.Equal(BlueprintFormat.Structure, import.Format);
        Assert.Equal(new GridSize(2, 2, 3), import.Blueprint.Blocks.Size);
        Assert.Equal(Block.Planks, import.Blueprint.Blocks[1, 0, 2]);
        Assert.Equal(1, import.Blueprint.Blocks.CountSolid());
    }

    [Fact]
    public void Of_several_palettes_the_first_counts()
    {
        var import = Import(
            nbt =>
            {
                nbt.List("palettes", NbtType.List, 2);
                WritePalette(nbt, null);
                WritePalette(nbt, null);
            },
            (default, 0, null));

        Assert.Equal(Block.Air, import.Blueprint.Blocks[0, 0, 0]);
    }

    [Fact]
    public void A_jigsaw_becomes_its_final_block()
    {
        var import = Import(nbt => WritePalette(nbt, "palette"), (default, 0, "minecraft:cobblestone_stairs[half=top]"));

        Assert.Equal(Block.Cobblestone, import.Blueprint.Blocks[0, 0, 0]);
    }

    [Fact]
    public void A_block_outside_the_size_or_the_palette_is_refused()
    {
        Assert.Throws<BlueprintFormatException>(() => Import(nbt => WritePalette(nbt, "palette"), (new BlockPos(2, 0, 0), 1, null)));
        Assert.Throws<BlueprintFormatException>(() => Import(nbt => WritePalette(nbt, "palette"), (new BlockPos(0, -1, 0), 1, null)));
        Assert.Throws<BlueprintFormatException>(() => Import(nbt => WritePalette(nbt, "palette"), (default, 2, null)));
    }

    [Fact]
    public void Absurd_sizes_are_refused_before_memory_is_taken()
    {
        foreach (var size in (BlockPos[])[new(513, 1, 1), new(512, 512, 512), new(int.MaxValue, int.MaxValue, int.MaxValue), new(0, 1, 1), new(1, -1, 1)])
        {
            var nbt = new NbtWriter("");
            WriteTriple(nbt, "size", size);
            WritePalette(nbt, "palette");
            nbt.List("blocks", NbtType.Compound, 0);
            var file = nbt.Finish();
            var before = GC.GetAllocatedBytesForCurrentThread();

            Assert.Throws<BlueprintFormatException>(() => BlueprintFiles.Import(file, "x.nbt"));

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }
    }

    private static BlueprintImport Import(Action<NbtWriter> palette, (BlockPos At, int State, string? Final) block)
    {
        var nbt = new NbtWriter("");
        WriteTriple(nbt, "size", new BlockPos(2, 2, 3));
        palette(nbt);
        nbt.List("blocks", NbtType.Compound, 1);
        nbt.Begin(null);
        WriteTriple(nbt, "pos", block.At);
        nbt.Int("state", block.State);
        if (block.Final is not null)
        {
            nbt.Begin("nbt");
            nbt.Text("final_state", block.Final);
            nbt.End();
        }

        nbt.End();
        return BlueprintFiles.Import(nbt.Finish(), "x.nbt");
    }

    private static void WritePalette(NbtWriter nbt, string? name)
    {
        nbt.List(name, NbtType.Compound, 2);
        foreach (var block in (string[])["minecraft:jigsaw", "minecraft:oak_stairs"])
        {
            nbt.Begin(null);
            nbt.Text("Name", block);
            nbt.Begin("Properties");
            nbt.Text("facing", "north");
            nbt.End();
            nbt.End();
        }
    }

    private static void WriteTriple(NbtWriter nbt, string name, BlockPos triple)
    {
        nbt.List(name, NbtType.Int, 3);
        nbt.Int(null, triple.X);
        nbt.Int(null, triple.Y);
        nbt.Int(null, triple.Z);
    }
}
