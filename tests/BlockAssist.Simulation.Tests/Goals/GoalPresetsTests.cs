using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class GoalPresetsTests
{
    private static readonly string[] Filters = ["min_size_filter", "area_sample", "density_filter", "single_cc_filter"];

    [Fact]
    public void Every_recorded_structure_fits_by_the_chain_of_the_paper_or_a_filter_rejects_it()
    {
        var structures = Structures.Recorded("*structure.json").ToList();
        Assert.SkipWhen(structures.Count == 0, "The recorded structures are absent; set BLOCKASSIST_SHARED.");

        var outcomes = structures.ToDictionary(
            structure => structure.Name,
            structure => GoalPresets.Paper.Apply(structure.Blocks, Structures.PaperRoom, new SeededRandom(1)));

        Assert.All(outcomes.Values, outcome =>
        {
            Assert.True(outcome.Goal is null ? Filters.Contains(outcome.RejectedBy) : outcome.RejectedBy is null);
            Assert.True(outcome.Goal is null || outcome.Goal.Size == Structures.PaperRoom);
        });
        Assert.Null(outcomes["craftassist-train-structure"].RejectedBy);
        Assert.Null(outcomes["craftassist-test-structure"].RejectedBy);
        Assert.Equal("area_sample", outcomes["grabcraft-5861-structure"].RejectedBy);
    }

    [Fact]
    public void Every_recorded_structure_is_fitted()
    {
        var structures = Structures.Recorded("*.json").ToList();
        Assert.SkipWhen(structures.Count == 0, "The recorded structures are absent; set BLOCKASSIST_SHARED.");

        Assert.All(structures, structure => AssertFitted(structure.Blocks, Structures.PaperRoom));
    }

    [Fact]
    public void Any_structure_is_fitted_into_any_room() =>
        Gen.Select(Structures.Noise(24), Structures.Sizes(12)).Sample((structure, room) =>
            AssertFitted(new UniformBlockTypeTransform(Block.Wool).Apply(structure, room, new SeededRandom(1)), room));

    [Fact]
    public void A_house_is_fitted_into_any_room_and_uses_it() =>
        Gen.Select(Structures.Sizes(6, 60), Structures.Sizes(6, 12)).Sample(
            (size, room) =>
            {
                var house = Structures.House(size);

                AssertFitted(house, room);
                AssertUsesItsRoom(house, room);
            },
            iter: 15);

    [Fact]
    public void A_huge_house_is_fitted()
    {
        var house = Structures.House(new GridSize(100, 60, 100));

        AssertFitted(house, Structures.PaperRoom);
        AssertUsesItsRoom(house, Structures.PaperRoom);
    }

    [Fact]
    public void A_structure_that_fits_is_only_put_on_grass()
    {
        var house = Structures.House(new GridSize(7, 6, 5));

        var goal = GoalPresets.Fit.Apply(house, Structures.PaperRoom, new SeededRandom(1)).Goal!;

        Assert.True(house.ContentEquals(goal.Cut(new BlockPos(1, 0, 1), house.Size)));
        Assert.Equal(Block.Dirt, goal[0, 0, 0]);
    }

    [Fact]
    public void Presets_are_found_by_name() =>
        Assert.All(GoalPresets.Names, name => Assert.NotNull(GoalPresets.Find(name)));

    private static void AssertFitted(BlockGrid structure, GridSize room)
    {
        var goal = GoalPresets.Fit.Apply(structure, room, new SeededRandom(1)).Goal;

        Assert.NotNull(goal);
        Assert.Equal(room, goal.Size);
        Assert.True(goal.StandsOnGround(Connectivity.Edges));
        Assert.Equal(structure.CountSolid() == 0, IsBareGrass(goal));
    }

    private static void AssertUsesItsRoom(BlockGrid house, GridSize room)
    {
        var goal = GoalPresets.Fit.Apply(house, room, new SeededRandom(1)).Goal!;
        var inner = new CropAirTransform().Apply(WithoutGrass(goal), room, new SeededRandom(1)).Size;

        var used = 2 * inner.Width >= Math.Min(house.Size.Width, room.Width)
            || 2 * inner.Height >= Math.Min(house.Size.Height, room.Height)
            || 2 * inner.Depth >= Math.Min(house.Size.Depth, room.Depth);
        Assert.True(used, $"{house.Size} in {room} is {inner}");
    }

    private static BlockGrid WithoutGrass(BlockGrid goal)
    {
        var bare = goal.Clone();
        bare.Blocks.Replace(Block.Dirt, Block.Air);
        return bare;
    }

    private static bool IsBareGrass(BlockGrid goal)
    {
        var size = goal.Size;
        var grass = goal.Blocks.Count(Block.Dirt);
        return grass == size.Width * size.Depth && grass == goal.CountSolid();
    }
}
