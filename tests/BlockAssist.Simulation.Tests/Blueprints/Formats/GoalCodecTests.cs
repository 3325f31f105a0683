using System.Text;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class GoalCodecTests
{
    [Fact]
    public void Fields_come_in_any_order_and_others_are_passed_over()
    {
        var import = Import("""
            { "note": {"a": [1, {"b": 2}]}, "blocks": [0, 1], "palette": ["wool", "minecraft:spruce_stairs[half=top]"],
              "size": [1, 2, 1], "house_id": null, "format": "mbag-goal/1" }
            """);

        Assert.Equal([Block.Wool, Block.Planks], import.Blueprint.Blocks.Blocks.ToArray());
        Assert.Equal("x", import.Blueprint.Name);
    }

    [Fact]
    public void Without_a_palette_numbers_are_those_of_the_game() =>
        Assert.Equal(Block.Wool, Import("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[9]}""").Blueprint.Blocks[0]);

    [Fact]
    public void An_unknown_name_of_the_palette_is_reported()
    {
        var import = Import("""{"format":"mbag-goal/1","size":[1,1,3],"palette":["diamonds","glass"],"blocks":[0,1,0]}""");

        Assert.Equal([new UnmappedBlock("diamonds", 2)], import.Unmapped);
        Assert.Equal([Block.Glass, Block.Glass, Block.Glass], import.Blueprint.Blocks.Blocks.ToArray());
    }

    [Theory]
    [InlineData("""{"size":[1,1,1],"blocks":[0]}""", "mbag-goal/1")]
    [InlineData("""{"format":"mbag-goal/0","size":[1,1,1],"blocks":[0]}""", "mbag-goal/1")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,2],"blocks":[0]}""", "2, as the size 1×1×2 says")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1],"blocks":[0]}""", "[width,height,depth]")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[10]}""", "0 to 9")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[-1]}""", "0 to 9")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[1.5]}""", "a goal as JSON")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":7}""", "an array")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[0]} x""", "a goal as JSON")]
    [InlineData("""{"format":"mbag-goal/1","size":[1,1,1],"blocks":[0""", "a goal as JSON")]
    [InlineData("""{"format":7}""", "a goal as JSON")]
    public void Broken_goals_are_refused(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<BlueprintFormatException>(() => Import(json)).Expected);

    private static BlueprintImport Import(string json) => BlueprintFiles.Import(Encoding.UTF8.GetBytes(json), "x.json");
}
