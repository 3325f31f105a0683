using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Policies;

public sealed class RandomValidPolicyTests
{
    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void It_chooses_only_what_the_mask_allows(bool lineOfSight, bool teleportation, bool infiniteBlocks)
    {
        var options = new SiteOptions
        {
            Teleportation = teleportation,
            InfiniteBlocks = infiniteBlocks,
            Horizon = teleportation ? 15 : 150,
            Builders = [new BuilderOptions(), new BuilderOptions()],
        };
        var site = new BuildSite(options, TestGoals.House(1, TestGoals.PaperSize, infiniteBlocks));
        var (one, two) = (new RandomValidPolicy(1, lineOfSight), new RandomValidPolicy(2, lineOfSight));
        var mask = new byte[site.Actions.Count];
        var deeds = new Deed[2];
        while (!site.IsOver)
        {
            var first = one.Act(site.Observe(0));
            var second = two.Act(site.Observe(1));

            ActionMask.WriteFlat(site, 0, lineOfSight, mask);
            Assert.Equal(1, mask[site.Actions.IndexOf(first)]);
            ActionMask.WriteFlat(site, 1, lineOfSight, mask);
            Assert.Equal(1, mask[site.Actions.IndexOf(second)]);
            site.Step([first, second], deeds);
        }
    }

    [Fact]
    public void Every_kind_of_action_that_is_possible_is_equally_likely()
    {
        const int Draws = 2000;
        var site = new BuildSite(new SiteOptions(), TestGoals.House(1, TestGoals.PaperSize));
        var policy = new RandomValidPolicy(3, lineOfSight: true);
        var counts = new int[BuilderAction.TypeCount];
        for (var draw = 0; draw < Draws; draw++)
        {
            counts[(int)policy.Act(site.Observe(0)).Type]++;
        }

        // In the corner of a bare site one can do nothing, place, break, and move east, up and south.
        Assert.Equal([true, true, true, true, false, true, false, true, false, false], counts.Select(count => count > 0));
        Assert.All(counts.Where(count => count > 0), count => Assert.InRange(count, Draws / 6 * 0.8, Draws / 6 * 1.2));
    }

    [Fact]
    public void Resetting_turns_the_seed_back()
    {
        var site = new BuildSite(new SiteOptions(), TestGoals.House(1, TestGoals.PaperSize));
        var policy = new RandomValidPolicy(5);
        var before = Draw(policy, site);

        policy.Reset();

        Assert.Equal(before, Draw(policy, site));
    }

    [Fact]
    public void Blocks_drawn_are_ones_that_can_be_placed()
    {
        var site = new BuildSite(new SiteOptions(), TestGoals.House(1, TestGoals.PaperSize));

        var placed = Draw(new RandomValidPolicy(6), site).Where(action => action.Type == ActionType.Place);

        Assert.All(placed, action => Assert.True(action.Block.IsPlaceable()));
    }

    private static BuilderAction[] Draw(RandomValidPolicy policy, BuildSite site)
    {
        var actions = new BuilderAction[50];
        for (var i = 0; i < actions.Length; i++)
        {
            actions[i] = policy.Act(site.Observe(0));
        }

        return actions;
    }
}
