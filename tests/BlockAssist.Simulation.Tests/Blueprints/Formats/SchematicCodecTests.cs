using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class SchematicCodecTests
{
    [Fact]
    public void X_is_innermost_then_z_then_y()
    {
        var import = Import(2, 2, 2, [1, 0, 0, 0, 4, 0, 5, 0], new byte[8]);

        var blocks = import.Blueprint.Blocks;
        Assert.Equal(Block.Stone, blocks[0, 0, 0]);
        Assert.Equal(Block.Cobblestone, blocks[0, 1, 0]);
        Assert.Equal(Block.Planks, blocks[0, 1, 1]);
        Assert.Equal(3, blocks.CountSolid());
    }

    [Fact]
    public void The_data_value_picks_among_blocks_that_share_a_number()
    {
        var import = Import(4, 1, 1, [44, 44, 43, 17], [3, 0x1D, 4, 14]); // Only the low half of a data byte counts.

        Assert.Equal([Block.Cobblestone, Block.StoneBrick, Block.StoneBrick, Block.Log], import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Fact]
    public void High_halves_of_numbers_are_read_in_the_order_of_WorldEdit()
    {
        var import = Import(3, 1, 1, [1, 1, 1], new byte[3], nbt => nbt.Bytes("AddBlocks", [0x20, 0x00]));

        Assert.Equal([new UnmappedBlock("#513:0", 1)], import.Unmapped);
        Assert.Equal([Block.Stone, Block.Stone, Block.Stone], import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Fact]
    public void A_mapping_by_Schematica_names_the_numbers_of_mods_and_swaps_the_halves()
    {
        var import = Import(3, 1, 1, [1, 1, 5], new byte[3], nbt =>
        {
            nbt.Bytes("AddBlocks", [0x20, 0x00]);
            nbt.Begin("SchematicaMapping");
            nbt.Short("mod:machine", 513);
            nbt.Short("minecraft:planks", 5);
            nbt.End();
        });

        Assert.Equal([new UnmappedBlock("mod:machine", 1)], import.Unmapped);
        Assert.Equal(Block.Planks, import.Blueprint.Blocks[2, 0, 0]);
    }

    [Fact]
    public void Fewer_blocks_than_the_size_says_are_refused()
    {
        var refusal = Assert.Throws<BlueprintFormatException>(() => Import(2, 2, 2, new byte[7], new byte[8]));

        Assert.Contains("8 bytes", refusal.Message);
    }

    private static BlueprintImport Import(int width, int height, int depth, byte[] blocks, byte[] data, Action<NbtWriter>? more = null)
    {
        var nbt = new NbtWriter("Schematic");
        nbt.Short("Width", width);
        nbt.Short("Height", height);
        nbt.Short("Length", depth);
        nbt.Text("Materials", "Alpha");
        nbt.Bytes("Blocks", blocks);
        nbt.Bytes("Data", data);
        more?.Invoke(nbt);
        return BlueprintFiles.Import(nbt.Finish(), "x.schematic");
    }
}
