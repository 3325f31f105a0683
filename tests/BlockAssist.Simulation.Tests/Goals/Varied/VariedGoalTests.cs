using BlockAssist.Simulation.Goals;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Goals.Varied;

public sealed class VariedGoalTests
{
    private static readonly GridSize Room = Structures.PaperRoom;

    [Fact]
    public void One_seed_gives_one_goal_and_another_seed_another()
    {
        Assert.True(Goal(3).ContentEquals(Goal(3)));
        Assert.False(Goal(3).ContentEquals(Goal(4)));
    }

    [Fact]
    public void Everything_can_be_built_from_the_ground_up() => Gen.ULong.Sample(
        seed =>
        {
            var goal = Goal(seed);
            Assert.True(goal.Size.Width <= Room.Width && goal.Size.Height <= Room.Height && goal.Size.Depth <= Room.Depth, $"{goal.Size}");
            var parts = goal.Components(Connectivity.Faces, floor: true);
            var loose = 0;
            for (var cell = 0; cell < goal.Size.Volume; cell++)
            {
                Assert.NotEqual(Block.Bedrock, goal.Blocks[cell]);
                loose += goal.Blocks[cell] != Block.Air && parts.Cut(goal, parts.Largest()).Blocks[cell] == Block.Air ? 1 : 0;
            }

            Assert.Equal(0, loose);
        },
        iter: 40);

    [Fact]
    public void They_are_more_varied_than_houses()
    {
        var goals = Enumerable.Range(0, 300).Select(seed => Goal((ulong)seed)).ToArray();
        var roofless = goals.Count(goal => TopOf(goal) <= 2);
        var kinds = goals.Sum(goal => goal.Blocks.ToArray().Distinct().Count(block => block > Block.Dirt)) / 300.0;

        Assert.InRange(roofless, 5, 120);
        Assert.InRange(kinds, 2.5, 6);
        Assert.Equal(300, goals.Select(goal => Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(goal.Blocks))).Distinct().Count());
    }

    [Fact]
    public void A_cut_house_has_nothing_above_a_level_and_is_the_same_below()
    {
        var house = Goal(11);
        var cut = new CutTopTransform().Apply(house, Room, new SeededRandom(5));
        var top = TopOf(cut);

        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            Assert.Equal(house.Size.PosOf(cell).Y <= top ? house.Blocks[cell] : Block.Air, cut.Blocks[cell]);
        }
    }

    [Fact]
    public void Of_a_hollow_house_what_is_seen_from_outside_stays_and_nothing_that_is_hidden()
    {
        var cube = new BlockGrid(new GridSize(5, 5, 5));
        cube.Blocks.Fill(Block.Stone);
        cube[2, 3, 0] = Block.Air;

        var hollow = new HollowTransform().Apply(cube, Room, new SeededRandom(1));

        Assert.Equal((Block.Air, Block.Air), (hollow[2, 2, 2], hollow[1, 3, 3]));
        Assert.Equal((Block.Stone, Block.Stone, Block.Stone), (hollow[2, 3, 1], hollow[0, 2, 2], hollow[2, 4, 2]));
        Assert.Equal(Block.Stone, hollow[2, 0, 2]);
    }

    [Fact]
    public void A_graft_is_one_structure_below_and_another_above()
    {
        var (seen, size) = (new List<BlockGrid>(), new GridSize(4, 6, 4));
        var grafted = new GraftedGoal(new OneBlock(seen)).Generate(size, new SeededRandom(9));

        var levels = Enumerable.Range(0, size.Height).Select(y => grafted[1, y, 1]).ToList();
        Assert.Equal((Block.Planks, Block.Stone), (levels[0], levels[^1]));
        Assert.Equal(2, levels.Distinct().Count());
        Assert.Equal(levels.Count(block => block == Block.Planks), levels.IndexOf(Block.Stone));
    }

    [Fact]
    public void A_filled_house_has_no_air_below_a_block()
    {
        var filled = new FillTransform().Apply(Goal(12), Room, new SeededRandom(5));

        for (var cell = 0; cell < filled.Size.Volume; cell++)
        {
            var at = filled.Size.PosOf(cell);
            Assert.False(at.Y > 0 && at.Y + 1 < filled.Size.Height && filled.Blocks[cell] == Block.Air
                && filled.Blocks[filled.Size.CellAt(at with { Y = at.Y + 1 })] != Block.Air);
        }
    }

    [Fact]
    public void Repainting_keeps_the_shape_and_how_many_kinds_there_are()
    {
        var house = Goal(13);
        var repainted = new RepaintTransform().Apply(house, Room, new SeededRandom(6));

        var pairs = house.Blocks.ToArray().Zip(repainted.Blocks.ToArray()).Distinct().ToArray();
        Assert.Equal(pairs.Length, pairs.Select(pair => pair.First).Distinct().Count());
        Assert.Equal(pairs.Length, pairs.Select(pair => pair.Second).Distinct().Count());
        Assert.All(pairs.Where(pair => pair.First <= Block.Dirt), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Contains(pairs, pair => pair.First != pair.Second);
    }

    private static BlockGrid Goal(ulong seed) => new VariedGoal().Generate(Room, new SeededRandom(seed));

    private static int TopOf(BlockGrid grid) => Enumerable.Range(0, grid.Size.Volume).Where(cell => grid.Blocks[cell] != Block.Air).Max(cell => grid.Size.PosOf(cell).Y);

    private sealed class OneBlock(List<BlockGrid> made) : IGoalSource
    {
        public BlockGrid Generate(GridSize room, SeededRandom random)
        {
            var grid = new BlockGrid(room);
            grid.Blocks.Fill(made.Count == 0 ? Block.Planks : Block.Stone);
            made.Add(grid);
            return grid;
        }
    }
}
