using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class GoalPlacementTests
{
    [Fact]
    public void A_site_starts_as_bedrock_under_dirt_under_air()
    {
        var site = SiteGround.Reset(new GridSize(3, 4, 5));

        for (var cell = 0; cell < site.Size.Volume; cell++)
        {
            var expected = site.Size.PosOf(cell).Y switch { 0 => Block.Bedrock, 1 => Block.Dirt, _ => Block.Air };
            Assert.Equal(expected, site[cell]);
        }
    }

    [Fact]
    public void A_structure_replaces_the_ground_from_its_corner_on_air_included() =>
        Structures.Noise(5).Sample(structure =>
        {
            var site = GoalPlacement.Place(structure, new GridSize(7, 7, 7), infiniteBlocks: true);

            for (var cell = 0; cell < site.Size.Volume; cell++)
            {
                var at = site.Size.PosOf(cell);
                var inside = at + new BlockPos(-1, -1, -1);
                var expected = structure.Size.Contains(inside) ? structure[inside] : SiteGround.Reset(site.Size)[cell];
                Assert.Equal(expected, site[cell]);
            }
        });

    [Fact]
    public void Without_infinite_blocks_the_palette_stands_in_the_east()
    {
        var site = GoalPlacement.Place(new BlockGrid(new GridSize(8, 8, 8)), new GridSize(11, 10, 10), infiniteBlocks: false);

        Block[] column = [.. Enumerable.Range(0, 10).Select(z => site[10, 2, z])];

        Assert.Equal([.. Palette.Placeable, Block.Air, Block.Air], column);
    }

    [Theory]
    [InlineData(true, 9, 8, 8)]
    [InlineData(false, 8, 8, 8)]
    public void The_room_leaves_a_way_around_the_goal(bool infiniteBlocks, int width, int height, int depth) =>
        Assert.Equal(new GridSize(width, height, depth), GoalPlacement.RoomFor(new GridSize(11, 10, 10), infiniteBlocks));

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GoalPlacement.RoomFor(new GridSize(3, 3, 3), infiniteBlocks: false));
        Assert.Throws<ArgumentException>(
            () => GoalPlacement.Place(new BlockGrid(new GridSize(2, 1, 1)), new GridSize(3, 3, 3), infiniteBlocks: true));
    }

    [Theory]
    [InlineData("human-goal-*-p*.json", true)]
    [InlineData("human-goal-tutorial-*.json", false)]
    public void Recorded_goals_are_structures_placed_like_this(string pattern, bool infiniteBlocks)
    {
        var goals = Structures.Recorded(pattern).ToList();
        Assert.SkipWhen(goals.Count == 0, "The recorded goals are absent; set BLOCKASSIST_SHARED.");

        Assert.All(goals, goal =>
        {
            var room = GoalPlacement.RoomFor(goal.Blocks.Size, infiniteBlocks);
            var structure = goal.Blocks.Cut(new BlockPos(1, 1, 1), room);

            Assert.True(GoalPlacement.Place(structure, goal.Blocks.Size, infiniteBlocks).ContentEquals(goal.Blocks), goal.Name);
        });
    }
}
