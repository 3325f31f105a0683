using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Goals.Proposing;

/// <summary>What is not proposed.</summary>
public sealed class ProposalCheckTests
{
    private static readonly ProposerOptions Options = new();

    private readonly ProposalCheck _check = new(Options);
    private readonly RecentProposals _recent = new(Options.Site.Size, 2);

    [Fact]
    public void A_goal_that_leaves_next_to_nothing_to_do_is_trivial()
    {
        Assert.Equal(ProposalFault.Trivial, FaultOf(Wall(0)));
        Assert.Equal(ProposalFault.Trivial, FaultOf(Wall(Options.LeastWork - 1)));
        Assert.Null(FaultOf(Wall(Options.LeastWork)));
    }

    [Fact]
    public void A_goal_that_was_there_lately_is_repeated_and_one_that_was_there_long_ago_is_not()
    {
        var goal = Wall(20);
        _recent.Add(0, goal);
        Assert.Equal(ProposalFault.Repeated, FaultOf(goal));
        Assert.Equal(ProposalFault.Repeated, FaultOf(Wall(20, Block.Wool)));

        _recent.Add(1, Wall(9));
        _recent.Add(2, Wall(40));

        Assert.Null(FaultOf(goal));
    }

    [Fact]
    public void What_nobody_can_place_is_unreachable()
    {
        var goal = Wall(20);
        goal[5, 6, 5] = Block.Bedrock;

        Assert.Equal(ProposalFault.Unreachable, FaultOf(goal));
    }

    [Fact]
    public void What_takes_more_steps_than_are_given_is_unreachable()
    {
        Assert.True(_check.CanBeBuilt(Wall(20), 60));
        Assert.False(_check.CanBeBuilt(Wall(20), 19));
    }

    [Fact]
    public void A_harder_level_gives_fewer_steps_and_no_level_more_than_an_episode_has()
    {
        var steps = Enumerable.Range(1, ProposerOptions.HardestLevel).Select(level => _check.StepsFor(50, level)).ToList();

        Assert.Equal(steps.OrderDescending(), steps);
        Assert.Equal(Options.StepsBesides + (50 * 14), steps[0]);
        Assert.Equal(Options.StepsBesides + (50 * 5), steps[^1]);
        Assert.Equal(Options.Site.Horizon, _check.StepsFor(10_000, 1));
    }

    private ProposalFault? FaultOf(BlockGrid goal) => _check.FaultOf(goal, 1, new WorkShape(goal), _recent);

    /// <summary>A wall of so many blocks, six to a layer.</summary>
    private static BlockGrid Wall(int blocks, Block block = Block.Stone)
    {
        var goal = SiteGround.Reset(Options.Site.Size);
        for (var number = 0; number < blocks; number++)
        {
            goal[2 + (number % 6), SiteGround.Surface + (number / 6 % 7), 3 + (number / 42)] = block;
        }

        return goal;
    }
}
