using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class GuessingBuilderTests
{
    private static readonly SiteOptions Two = new() { Builders = [new BuilderOptions { GoalVisible = true }, new BuilderOptions()] };

    [Fact]
    public void A_right_guess_is_built_without_a_mistake()
    {
        var site = new BuildSite(Two, TestGoals.House(4, TestGoals.PaperSize, infiniteBlocks: true));
        var atStart = site.GoalSimilarity;
        var mistakes = 0;
        Run(site, new FixedGuess(site.Goal.ToArray()), 1000, deed => mistakes += deed.Correct ? 0 : 1);

        Assert.Equal(0, mistakes);
        Assert.InRange((site.GoalSimilarity - atStart) / (double)(site.Size.Volume - atStart), 0.9, 1);
    }

    [Fact]
    public void What_the_guess_does_not_ask_for_is_left_alone()
    {
        var site = new BuildSite(Two, TestGoals.House(5, TestGoals.PaperSize, infiniteBlocks: true));
        var edits = 0;
        Run(site, new FixedGuess(site.Blocks.ToArray()), 200, _ => edits++);

        Assert.Equal(0, edits);
    }

    [Fact]
    public void The_surest_comes_first_and_a_guess_that_changes_is_followed_at_once()
    {
        var site = new BuildSite(Two, new BlockGrid(TestGoals.PaperSize));
        var (near, far) = (site.Size.CellAt(new BlockPos(2, 2, 1)), site.Size.CellAt(new BlockPos(8, 2, 8)));
        var wanted = site.Blocks.ToArray();
        (wanted[near], wanted[far]) = (Block.Planks, Block.Stone);
        var guess = new FixedGuess(wanted) { First = far };
        var placed = new List<(int, Block)>();
        Run(site, guess, 8, _ => { });
        wanted[far] = Block.Glass;
        Run(site, guess, 60, deed => placed.Add((deed.Action.Cell, deed.Action.Block)), begins: false);

        Assert.Equal([(far, Block.Glass), (near, Block.Planks)], placed);
    }

    [Fact]
    public void It_digs_no_way_to_what_cannot_be_reached()
    {
        var site = new BuildSite(Two, new BlockGrid(TestGoals.PaperSize));
        var wanted = site.Blocks.ToArray();
        wanted[site.Size.CellAt(new BlockPos(5, 6, 5))] = Block.Planks;
        var edits = 0;
        Run(site, new FixedGuess(wanted), 300, _ => edits++);

        Assert.Equal(0, edits);
    }

    [Fact]
    public void With_nothing_to_do_it_does_not_stand_in_the_way_for_good()
    {
        var site = new BuildSite(Two, new BlockGrid(TestGoals.PaperSize));
        var goal = new BlockGrid(site.Size, site.Blocks);
        var stand = site.LocationOf(1).Cell;
        goal[stand] = Block.Planks;
        goal[stand with { Y = stand.Y + 1 }] = Block.Planks;
        site = new BuildSite(Two, goal);
        var (builder, helper) = (new LayerBuilder(), new GuessingBuilder(new GuessOfNothing()));
        Assert.Equal(stand, site.LocationOf(1).Cell);
        while (!site.IsComplete && site.Timestep < 300)
        {
            site.Step([builder.Act(site.Observe(0)), helper.Act(site.Observe(1))], new Deed[2]);
        }

        Assert.True(site.IsComplete);
    }

    [Fact]
    public void Who_is_walled_in_where_a_block_is_to_go_is_let_out()
    {
        var site = new BuildSite(Two, new BlockGrid(TestGoals.PaperSize));
        var stand = site.LocationOf(1).Cell;
        var goal = new BlockGrid(site.Size, site.Blocks);
        for (var cell = 0; cell < site.Size.Volume; cell++)
        {
            var (x, y, z) = site.Size.PosOf(cell);
            if (Math.Abs(x - stand.X) <= 1 && Math.Abs(z - stand.Z) <= 1 && y >= stand.Y && y <= stand.Y + 3)
            {
                goal[site.Size.PosOf(cell)] = Block.Planks;
            }
        }

        goal[stand] = Block.Air;
        goal[stand with { Y = stand.Y + 2 }] = Block.Air;
        site = new BuildSite(Two, goal);
        var (builder, helper) = (new LayerBuilder(), new GuessingBuilder(new GuessOfNothing()));
        var isWalledIn = false;
        while (!site.IsComplete && site.Timestep < 2000)
        {
            // It does not budge before that.
            isWalledIn |= site.GoalSimilarity == site.Size.Volume - 1;
            site.Step([builder.Act(site.Observe(0)), isWalledIn ? helper.Act(site.Observe(1)) : BuilderAction.Noop], new Deed[2]);
        }

        Assert.True(site.IsComplete, $"{site.GoalSimilarity} of {site.Size.Volume}");
    }

    private GuessingBuilder? _builder;

    private void Run(BuildSite site, IGoalGuess guess, int steps, Action<Deed> edited, bool begins = true)
    {
        _builder = begins ? new GuessingBuilder(guess) : _builder;
        var deeds = new Deed[2];
        for (var step = 0; step < steps && !site.IsOver; step++)
        {
            site.Step([BuilderAction.Noop, _builder!.Act(site.Observe(1))], deeds);
            if (deeds[1].Action.IsEdit)
            {
                edited(deeds[1]);
            }
        }
    }

    private sealed class GuessOfNothing : IGoalGuess
    {
        public void Reset()
        {
        }

        public ReadOnlySpan<Block> Guess(in Observation observation) => observation.Blocks;

        public int RankOf(int cell) => 0;
    }

    private sealed class FixedGuess(Block[] wanted) : IGoalGuess
    {
        public int First { get; init; } = -1;

        public void Reset()
        {
        }

        public ReadOnlySpan<Block> Guess(in Observation observation) => wanted;

        public int RankOf(int cell) => cell == First ? 0 : 1;
    }
}
