using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Sources;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class GoalSourceTests
{
    private static readonly IGoalSource[] All =
        [new BasicGoal(), new RandomGoal(), new SimpleOverhangGoal(), new TutorialGoal()];

    [Fact]
    public void A_source_fills_any_room_with_the_same_structure_for_the_same_seed() =>
        Gen.Select(Structures.OneOf(All), Structures.Sizes(8), Gen.ULong).Sample((source, room, seed) =>
        {
            var first = source.Generate(room, new SeededRandom(seed));

            Assert.Equal(room, first.Size);
            Assert.True(first.ContentEquals(source.Generate(room, new SeededRandom(seed))));
        });

    [Fact]
    public void A_random_goal_stands_on_the_ground_and_uses_all_placeable_blocks()
    {
        var goal = new RandomGoal().Generate(new GridSize(9, 8, 8), new SeededRandom(1));

        Assert.True(goal.StandsOnGround(Connectivity.Faces));
        Assert.InRange(goal.Density(), 0.45, 0.65);
        Assert.Equal(Palette.Placeable.ToArray(), goal.Blocks.ToArray().Where(block => block != Block.Air).Distinct().Order());
    }

    [Fact]
    public void The_basic_goal_is_two_layers_of_cobblestone()
    {
        var goal = new BasicGoal().Generate(new GridSize(2, 3, 2), new SeededRandom(1));

        Assert.True(Structures.Of(["33", "33"], ["33", "33"], ["..", ".."]).ContentEquals(goal));
    }

    [Fact]
    public void The_overhang_reaches_across_the_room_and_hangs_down()
    {
        var goal = new SimpleOverhangGoal().Generate(new GridSize(3, 5, 3), new SeededRandom(1));

        Assert.True(Structures.Of(
            ["232", "222", "222"],
            [".3.", "...", "..."],
            [".3.", "...", ".3."],
            [".3.", ".3.", ".3."],
            [".3.", "...", "..."]).ContentEquals(goal));
    }

    [Fact]
    public void The_tutorial_is_a_house_that_is_open_in_the_east()
    {
        var goal = new TutorialGoal().Generate(new GridSize(3, 5, 4), new SeededRandom(1));

        Assert.True(Structures.Of(
            ["7777", "7777", "7777"],
            ["5665", "6..6", "5..5"],
            ["5445", "4..4", "5..5"],
            ["3333", "3333", "3333"],
            ["....", "....", "...."]).ContentEquals(goal));
    }

    [Fact]
    public void A_set_goal_is_one_of_those_that_fit_and_the_callers_own()
    {
        var (small, large) = (Structures.Of(["3"]), Structures.Of(["3333"]));
        var source = new SetGoal([small, large]);

        var drawn = source.Generate(new GridSize(2, 2, 2), new SeededRandom(1));

        Assert.True(small.ContentEquals(drawn));
        Assert.NotSame(small, drawn);
        Assert.Throws<ArgumentException>(() => new SetGoal([large]).Generate(new GridSize(2, 2, 2), new SeededRandom(1)));
    }
}
