using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

/// <summary>What a site makes of actions and states that nobody checked before.</summary>
public sealed class ForeignInputTests
{
    private static readonly Gen<BuilderAction> AnyAction = Gen.Select(
        Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, 255]),
        Gen.OneOf(Gen.Int, Gen.Int[-2, 600]),
        Gen.OneOf(Gen.Int[0, 12], Gen.Int[0, 255]),
        (type, cell, block) => new BuilderAction((ActionType)type, cell, (Block)block));

    public static TheoryData<int, int, int> Malformed() => new()
    {
        { 10, 0, 0 }, { 255, 0, 0 },
        { (int)ActionType.Place, -1, 3 }, { (int)ActionType.Place, 1100, 3 }, { (int)ActionType.Place, int.MaxValue, 3 },
        { (int)ActionType.Place, 200, 10 }, { (int)ActionType.Place, 200, 255 },
        { (int)ActionType.Break, -1, 0 }, { (int)ActionType.Break, int.MinValue, 0 },
        { (int)ActionType.Give, 200, 10 }, { (int)ActionType.Give, -5, 2 },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void An_action_that_there_is_not_is_a_no_op(int type, int cell, int block)
    {
        var action = new BuilderAction((ActionType)type, cell, (Block)block);
        foreach (var (human, infinite) in (ReadOnlySpan<(bool, bool)>)[(false, false), (false, true), (true, false), (true, true)])
        {
            var options = new SiteOptions { InfiniteBlocks = infinite, Builders = [new() { IsHuman = human }, new()] };
            var site = new BuildSite(options, Some.Goal(options.Size, 1));
            var (before, deeds) = (site.Capture(), new Deed[2]);

            Assert.False(site.Allows(0, action));
            Assert.False(site.Observe(0).AllowsFrom(new BlockPos(2, 2, 2), action));
            Assert.Equal(-1, site.Actions.IndexOf(action));
            site.Step([action, action], deeds);

            Assert.Equal(BuilderAction.Noop, deeds[0].Action);
            Assert.True(site.Blocks.SequenceEqual(before.Blocks.Blocks));
        }
    }

    [Fact]
    public void Whatever_builders_want_and_wherever_they_are_a_step_does_no_more_than_refuse() =>
        Gen.Select(Edges, Gen.Bool, Gen.Bool, AnyAction.Array[90], Gen.ULong).Sample(
            (size, teleportation, infiniteBlocks, wanted, seed) =>
            {
                var options = new SiteOptions
                {
                    Size = size,
                    Teleportation = teleportation,
                    InfiniteBlocks = infiniteBlocks,
                    Builders = [new() { IsHuman = seed % 2 == 0 }, new() { ActEvery = 2 }, new()],
                };
                var site = Scatter(new BuildSite(options, Some.Goal(size, seed)), new SeededRandom(seed));
                var mask = new byte[site.Actions.Count];
                var planes = new byte[Observation.PlaneCount * size.Volume];
                var deeds = new Deed[3];
                for (var step = 0; step < wanted.Length; step += 3)
                {
                    site.Step(wanted.AsSpan(step, 3), deeds);
                    ActionMask.WriteFlat(site, step / 3 % 3, lineOfSight: true, mask);
                    site.Observe(0).WritePlanes(planes);
                }

                Assert.True(new BuildSite(options, site.Capture()).Blocks.SequenceEqual(site.Blocks));
            },
            iter: 150);

    [Fact]
    public void Fifteen_builders_on_the_narrowest_site_stand_beside_it_without_a_crash()
    {
        foreach (var height in (ReadOnlySpan<int>)[1, 2, 3, 64])
        {
            var options = new SiteOptions { Size = new GridSize(1, height, 2), InfiniteBlocks = false, Builders = [.. Enumerable.Repeat(new BuilderOptions(), 15)] };
            var site = new BuildSite(options, Some.Goal(options.Size, 5));
            var (mask, deeds) = (new byte[site.Actions.Count], new Deed[15]);
            for (var builder = 0; builder < 15; builder++)
            {
                ActionMask.WriteFlat(site, builder, lineOfSight: true, mask);
            }

            site.Step([.. Enumerable.Repeat(BuilderAction.Move(ActionType.MoveNegZ), 15)], deeds);

            Assert.Equal(1, mask[0]);
        }
    }

    [Fact]
    public void A_state_that_a_site_cannot_be_in_is_refused_and_changes_nothing()
    {
        var options = new SiteOptions { Builders = [new(), new()] };
        var site = new BuildSite(options, Some.Goal(options.Size, 1));
        var good = site.Capture();
        var foreign = new BlockGrid(options.Size);
        foreign[7] = (Block)10;
        SiteState[] bad =
        [
            good with { Blocks = new BlockGrid(new GridSize(11, 10, 9)) },
            good with { Goal = new BlockGrid(new GridSize(10, 11, 10)) },
            good with { Blocks = foreign },
            good with { Goal = foreign },
            good with { LastInteracted = [.. good.LastInteracted.Skip(1)] },
            good with { LastInteracted = [.. good.LastInteracted.Skip(1), 2] },
            good with { LastInteracted = [.. good.LastInteracted.Skip(1), -2] },
            good with { Locations = [good.Locations[0]] },
            good with { Locations = [good.Locations[0], new Location(double.NaN, 2, 2)] },
            good with { Locations = [good.Locations[0], new Location(1e300, 2, 2)] },
            good with { Inventories = [good.Inventories[0]] },
            good with { SimilarityAtStart = [0] },
            good with { BestPercentage = [0, 0, 0] },
        ];

        Assert.All(bad, state => Assert.ThrowsAny<ArgumentException>(() => site.Restore(state)));
        Assert.ThrowsAny<ArgumentException>(() => site.Reset(foreign));

        Assert.True(site.Goal.SequenceEqual(good.Goal.Blocks));
        Assert.True(site.Blocks.SequenceEqual(good.Blocks.Blocks));
    }

    [Fact]
    public void A_refused_slot_leaves_an_inventory_as_it_was()
    {
        var inventory = new Inventory();
        inventory.SetSlot(0, Block.Dirt, 5);

        Assert.Throws<ArgumentOutOfRangeException>(() => inventory.SetSlot(0, (Block)10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => inventory.SetSlot(36, Block.Dirt, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => inventory.SetSlot(-1, Block.Dirt, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => inventory.SetSlot(0, Block.Dirt, 65));

        Assert.Equal(5, inventory.Held[(int)Block.Dirt]);
    }

    [Fact]
    public void A_goal_that_stands_from_the_start_is_wholly_reached()
    {
        var options = new SiteOptions();
        var site = new BuildSite(options, SiteGround.Reset(options.Size));

        Assert.Equal(1, site.GoalPercentageOf(0));
        site.Step([BuilderAction.Noop], new Deed[1]);

        Assert.True(site.IsOver);
        Assert.Equal(1, site.GoalPercentageOf(0));
    }

    private static Gen<GridSize> Edges => Gen.Select(Gen.Int[1, 7], Gen.Int[1, 9], Gen.Int[1, 7], (x, y, z) => new GridSize(x, y, z));

    // In the site and around it, on top of each other now and then.
    private static BuildSite Scatter(BuildSite site, SeededRandom random)
    {
        for (var builder = 0; builder < site.BuilderCount; builder++)
        {
            site.MoveTo(builder, new Location(random.Next(-3, 10) + 0.5, random.Next(-2, 12), random.Next(-3, 10) + 0.5));
        }

        return site;
    }
}
