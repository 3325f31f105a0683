using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Naming;

public sealed class BlockTableTests
{
    [Fact]
    public void Every_block_of_the_game_is_mapped()
    {
        var names = File.ReadLines(SomeBlueprints.FileOf("Naming/vanilla-blocks.txt")).Where(line => line[0] != '#');

        Assert.DoesNotContain(names, name => Find($"minecraft:{name}") is null);
    }

    [Fact]
    public void Every_numbered_block_of_the_game_is_mapped_whatever_its_data()
    {
        int[] unused = [253, 254];
        for (var number = 0; number < 256; number++)
        {
            for (var data = 0; data < 16; data++)
            {
                var name = BlockNumbers.Default.NameOf(number, data);
                Assert.Equal(unused.Contains(number), name is null);
                Assert.True(name is null || Find(name) is not null, $"{number}:{data} {name}");
            }
        }
    }

    [Theory]
    [InlineData("minecraft:oak_stairs[facing=north,half=bottom]", Block.Planks)]
    [InlineData("stripped_crimson_hyphae", Block.Log)]
    [InlineData("minecraft:light_blue_stained_glass_pane", Block.Glass)]
    [InlineData("minecraft:polished_blackstone_brick_wall", Block.StoneBrick)]
    [InlineData("minecraft:mossy_cobblestone_stairs", Block.Cobblestone)]
    [InlineData("minecraft:waxed_oxidized_cut_copper_stairs", Block.Stone)]
    [InlineData("minecraft:oak_door[half=upper]", Block.Air)]
    [InlineData("minecraft:snow[layers=3]", Block.Air)]
    [InlineData("minecraft:snow[layers=8]", Block.Wool)]
    [InlineData("minecraft:grass", Block.Air)]
    [InlineData("minecraft:grass[snowy=false]", Block.Dirt)]
    [InlineData("minecraft:double_stone_slab[seamless=false,variant=cobblestone]", Block.Cobblestone)]
    [InlineData("minecraft:dead_fire_coral_block", Block.Stone)]
    [InlineData("minecraft:bedrock", Block.Bedrock)]
    public void A_block_becomes_its_nearest_material(string name, Block expected) => Assert.Equal(expected, Find(name));

    [Theory]
    [InlineData("biomesoplenty:fir_planks")]
    [InlineData("othermod:stone")]
    [InlineData("minecraft:unobtainium_block")]
    [InlineData("")]
    [InlineData("[[[")]
    public void A_block_of_a_mod_or_of_nobody_is_unmapped(string name) => Assert.Null(Find(name));

    [Fact]
    public void Every_block_of_ours_has_a_name_a_number_and_a_colour_that_lead_back_to_it()
    {
        for (var block = Block.Air; (int)block < Palette.Count; block++)
        {
            Assert.Equal(block, Find(BlockTable.NameOf(block)));
            Assert.Equal(block, Find(Palette.NameOf(block)));
            Assert.Equal(block, Find(BlockNumbers.Default.NameOf(BlockNumbers.NumberOf(block), 0)!));
            if (block != Block.Air)
            {
                Assert.Equal(block, BlockColours.Default.NearestTo(BlockColours.Default.ColourOf(block)));
            }
        }
    }

    private static Block? Find(string text) => BlockTable.Default.Find(BlockState.Parse(text));
}
