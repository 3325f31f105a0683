using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Sources;
using BlockAssist.Simulation.Goals.Transforms;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals;

public sealed class GoalPipelineTests
{
    [Fact]
    public void One_seed_gives_one_goal()
    {
        var pipeline = new GoalPipeline(
            [new CropTransform(), new CropAirTransform(), new RandomlyPlaceTransform(), new AddGrassTransform()]);

        Gen.ULong.Sample(
            seed =>
            {
                var first = pipeline.Generate(new Noise(0.4), Structures.PaperRoom, new SeededRandom(seed));
                var second = pipeline.Generate(new Noise(0.4), Structures.PaperRoom, new SeededRandom(seed));

                Assert.True(first.Goal!.ContentEquals(second.Goal!));
            },
            iter: 10);
    }

    [Fact]
    public void A_rejected_structure_is_followed_by_another_one()
    {
        var pipeline = new GoalPipeline([new DensityFilter(0.9)]);

        var outcome = pipeline.Generate(new Noise(0.5), new GridSize(2, 2, 1), new SeededRandom(1));

        Assert.Null(outcome.RejectedBy);
        Assert.Equal(1, outcome.Goal!.Density());
    }

    [Fact]
    public void A_source_without_a_goal_ends_with_the_name_of_the_filter()
    {
        var source = new Counting();
        var pipeline = new GoalPipeline([new CropAirTransform(), new DensityFilter(0.9)]);

        var outcome = pipeline.Generate(source, new GridSize(3, 3, 3), new SeededRandom(1), attempts: 7);

        Assert.Equal(new GoalOutcome(null, "density_filter"), outcome);
        Assert.Equal(7, source.Drawn);
    }

    [Fact]
    public void The_source_gets_the_room_that_the_transforms_ask_for()
    {
        var room = new GridSize(5, 4, 3);

        Assert.Equal(room, new GoalPipeline([]).SourceRoom(room));
        Assert.Equal(new GridSize(5, 3, 3), new GoalPipeline([new AddGrassTransform(GrassMode.Concatenate)]).SourceRoom(room));
        Assert.Equal(new GridSize(100, 100, 100), GoalPresets.Paper.SourceRoom(room));
    }

    [Fact]
    public void A_layer_of_grass_below_leaves_the_goal_in_its_room()
    {
        var pipeline = new GoalPipeline([new RandomlyPlaceTransform(), new AddGrassTransform(GrassMode.Concatenate)]);

        var goal = pipeline.Generate(new BasicGoal(), new GridSize(3, 3, 3), new SeededRandom(1)).Goal!;

        Assert.Equal(new GridSize(3, 3, 3), goal.Size);
        Assert.Equal([Block.Dirt, Block.Cobblestone, Block.Cobblestone], [goal[1, 0, 1], goal[1, 1, 1], goal[1, 2, 1]]);
    }

    private sealed class Noise(double density) : IGoalSource
    {
        public BlockGrid Generate(GridSize room, SeededRandom random)
        {
            var size = new GridSize(Math.Min(12, room.Width), Math.Min(12, room.Height), Math.Min(12, room.Depth));
            return Structures.Noise(size, density, random.NextUInt64());
        }
    }

    private sealed class Counting : IGoalSource
    {
        public int Drawn { get; private set; }

        public BlockGrid Generate(GridSize room, SeededRandom random)
        {
            Drawn++;
            return new BlockGrid(room);
        }
    }
}
