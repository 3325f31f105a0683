using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class BlueprintProgressTests
{
    private static readonly GridSize Size = new(5, 6, 4);

    [Fact]
    public void Change_by_change_it_is_as_if_all_had_been_counted_anew() =>
        Gen.Select(Gen.ULong, Gen.Enum<LayerMode>(), Gen.Int[0, 6]).Sample((seed, mode, layer) =>
        {
            var random = new SeededRandom(seed);
            var (goal, blocks) = (Any(random), SiteGround.Reset(Size));
            var progress = new BlueprintProgress(Size, goal.Blocks, blocks.Blocks);
            var filter = new LayerFilter(mode, layer);
            for (var change = 0; change < 200; change++)
            {
                var (cell, block) = (random.Next(Size.Volume), (Block)random.Next(Palette.Count));
                blocks[cell] = block;
                progress.Change(cell, block);
            }

            Assert.Equal(Recount(goal, blocks, LayerFilter.All), progress.Total);
            Assert.Equal(Recount(goal, blocks, filter), progress.Count(filter));
            foreach (var block in Palette.Placeable)
            {
                Assert.Equal(Needed(goal, blocks, block, filter), progress.Needed(block, filter));
            }
        }, iter: 200);

    [Fact]
    public void A_filter_has_the_layers_it_names()
    {
        int[] Layers(LayerFilter filter) => [.. Enumerable.Range(0, 6).Where(filter.Contains)];

        Assert.Equal([0, 1, 2, 3, 4, 5], Layers(LayerFilter.All));
        Assert.Equal([2], Layers(new LayerFilter(LayerMode.One, 2)));
        Assert.Equal([0, 1, 2], Layers(new LayerFilter(LayerMode.Below, 2)));
    }

    [Fact]
    public void Ground_that_stays_does_not_count_and_a_built_goal_is_all_right()
    {
        var goal = SomeSession.Goal();
        var ground = SiteGround.Reset(goal.Size);

        Assert.Equal(default, new BlueprintProgress(goal.Size, ground.Blocks, ground.Blocks).Total);
        Assert.Equal(1, new BlueprintProgress(goal.Size, ground.Blocks, ground.Blocks).Total.Share);
        var begun = new BlueprintProgress(goal.Size, goal.Blocks, ground.Blocks).Total;
        var built = new BlueprintProgress(goal.Size, goal.Blocks, goal.Blocks).Total;
        Assert.Equal((0, begun.Left), (begun.Right, built.Right));
        Assert.Equal((0, 1), (built.Left, built.Share));
    }

    private static BlockGrid Any(SeededRandom random)
    {
        var grid = new BlockGrid(Size);
        foreach (ref var block in grid.Blocks)
        {
            block = random.Next(2) == 0 ? Block.Air : (Block)random.Next(Palette.Count);
        }

        return grid;
    }

    private static ProgressCounts Recount(BlockGrid goal, BlockGrid blocks, LayerFilter filter)
    {
        var ground = SiteGround.Reset(Size);
        int[] Cells() => [.. Enumerable.Range(0, Size.Volume).Where(cell => filter.Contains(Size.PosOf(cell).Y))];
        return new ProgressCounts(
            Cells().Count(cell => blocks[cell] == goal[cell] && goal[cell] != ground[cell]),
            Cells().Count(cell => blocks[cell] == Block.Air && goal[cell] != Block.Air),
            Cells().Count(cell => blocks[cell] != Block.Air && goal[cell] != Block.Air && blocks[cell] != goal[cell]),
            Cells().Count(cell => blocks[cell] != Block.Air && goal[cell] == Block.Air));
    }

    private static int Needed(BlockGrid goal, BlockGrid blocks, Block block, LayerFilter filter) =>
        Enumerable.Range(0, Size.Volume).Count(cell => goal[cell] == block && blocks[cell] != block && filter.Contains(Size.PosOf(cell).Y));
}
