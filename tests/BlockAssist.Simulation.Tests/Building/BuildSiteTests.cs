using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class BuildSiteTests
{
    private static readonly Gen<(SiteOptions Options, ulong Seed)> AnyCase = Gen.Select(Some.Options, Gen.ULong);

    private static readonly bool IsDebugBuild =
        typeof(BuildSite).Assembly.GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), false)
            is [System.Diagnostics.DebuggableAttribute { IsJITOptimizerDisabled: true }, ..];

    [Fact]
    public void A_site_starts_as_bare_ground_with_the_builders_in_a_row()
    {
        var site = new BuildSite(new SiteOptions { Builders = [new(), new()] }, Some.Goal(new GridSize(11, 10, 10), 1));

        Assert.Equal(Block.Bedrock, site.Blocks[site.Size.CellAt(5, 0, 5)]);
        Assert.Equal(Block.Dirt, site.Blocks[site.Size.CellAt(5, 1, 5)]);
        Assert.Equal(Block.Air, site.Blocks[site.Size.CellAt(5, 2, 5)]);
        Assert.Equal([new Location(0.5, 2, 0.5), new Location(1.5, 2, 0.5)], site.Locations.ToArray());
        Assert.Equal(0, site.GoalPercentageOf(0));
    }

    [Fact]
    public void The_papers_site_has_12107_actions() => Assert.Equal(12_107, new ActionSpace(new SiteOptions()).Count);

    [Fact]
    public void Every_action_has_one_number_and_every_number_one_action() =>
        Some.Options.Sample(
            options =>
            {
                var actions = new ActionSpace(options);
                for (var index = 0; index < actions.Count; index++)
                {
                    Assert.Equal(index, actions.IndexOf(actions.ActionAt(index)));
                }
            },
            iter: 20);

    [Fact]
    public void The_same_actions_build_the_same_site() =>
        AnyCase.Sample(
            its =>
            {
                var (first, second) = (Play(its.Options, its.Seed, 40), Play(its.Options, its.Seed, 40));
                Assert.True(first.Blocks.SequenceEqual(second.Blocks));
                Assert.True(first.Locations.SequenceEqual(second.Locations));
                Assert.True(first.LastInteracted.SequenceEqual(second.LastInteracted));
            },
            iter: 40);

    [Fact]
    public void A_rejected_action_changes_nothing_but_the_clock() =>
        AnyCase.Sample(
            its =>
            {
                var site = new BuildSite(its.Options, Some.Goal(its.Options.Size, its.Seed));
                var random = new SeededRandom(its.Seed);
                var deeds = new Deed[site.BuilderCount];
                for (var step = 0; step < 60; step++)
                {
                    var before = site.Capture();
                    site.Step(Some.Actions(site, random), deeds);
                    if (deeds.All(deed => deed.Action.Type == ActionType.Noop))
                    {
                        AssertSame(before, site);
                    }
                }
            },
            iter: 40);

    [Fact]
    public void What_the_rules_allow_is_what_takes_effect() =>
        AnyCase.Sample(
            its =>
            {
                var site = new BuildSite(its.Options, Some.Goal(its.Options.Size, its.Seed));
                var random = new SeededRandom(its.Seed);
                var deeds = new Deed[site.BuilderCount];
                for (var step = 0; step < 60; step++)
                {
                    var actions = new BuilderAction[site.BuilderCount];
                    actions[0] = Some.Actions(site, random)[0];
                    var allowed = site.Allows(0, actions[0]);
                    site.Step(actions, deeds);
                    Assert.Equal(allowed, deeds[0].Action.Type != ActionType.Noop);
                }
            },
            iter: 40);

    [Fact]
    public void Scores_kept_block_by_block_equal_scores_counted_anew() =>
        AnyCase.Sample(
            its =>
            {
                var site = Play(its.Options, its.Seed, 50);
                var same = new BuildSite(its.Options, site.Capture());
                for (var cell = 0; cell < site.Size.Volume; cell++)
                {
                    Assert.Equal(same.Neighbours[cell], site.Neighbours[cell]);
                }

                var nothing = new BuilderAction[site.BuilderCount];
                var deeds = new Deed[site.BuilderCount];
                site.Step(nothing, deeds);
                same.Step(nothing, deeds);
                Assert.Equal(same.GoalSimilarity, site.GoalSimilarity);
                Assert.Equal(same.GoalPercentageOf(0), site.GoalPercentageOf(0), 12);
                Assert.Equal(Matching(site), site.GoalSimilarity);
            },
            iter: 60);

    [Fact]
    public void Play_goes_on_from_a_captured_state_as_if_it_had_never_stopped() =>
        AnyCase.Sample(
            its =>
            {
                var site = Play(its.Options, its.Seed, 30);
                var other = new BuildSite(its.Options, site.Capture());
                var random = new SeededRandom(its.Seed + 1);
                var (deeds, otherDeeds) = (new Deed[site.BuilderCount], new Deed[site.BuilderCount]);
                for (var step = 0; step < 30; step++)
                {
                    var actions = Some.Actions(site, random);
                    site.Step(actions, deeds);
                    other.Step(actions, otherDeeds);
                    Assert.Equal(deeds, otherDeeds);
                    Assert.Equal(site.IsOver, other.IsOver);
                }

                AssertSame(site.Capture(), other);
            },
            iter: 40);

    [Fact]
    public void A_step_and_what_is_seen_after_it_allocate_nothing()
    {
        var options = new SiteOptions { Builders = [new(), new()] };
        var goal = Some.Goal(options.Size, 3);
        var site = new BuildSite(options, goal);
        var random = new SeededRandom(3);
        var steps = Enumerable.Range(0, 200).Select(_ => Some.Actions(site, random)).ToArray();
        var buffers = (Deeds: new Deed[2], Mask: new byte[site.Actions.Count], Planes: new byte[Observation.PlaneCount * options.Size.Volume], Counts: new int[20]);
        // Only optimised code keeps everything on the stack; ./test.sh runs that.
        Assert.SkipWhen(IsDebugBuild, "This is a debug build.");
        StepAll(site, steps, buffers);
        var before = GC.GetAllocatedBytesForCurrentThread();

        StepAll(site, steps, buffers);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void The_episode_is_over_when_the_goal_stands()
    {
        var options = new SiteOptions();
        var goal = new BuildSite(options, new BlockGrid(options.Size)).Capture().Blocks;
        goal[0, 2, 1] = Block.Wool;
        var site = new BuildSite(options, goal);
        var deeds = new Deed[1];

        site.Step([BuilderAction.Place(options.Size.CellAt(0, 2, 1), Block.Wool)], deeds);

        Assert.True(site.IsOver);
        Assert.True(deeds[0].Correct);
        Assert.Equal(1, site.GoalPercentageOf(0));
    }

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData(11, 65, 10)]
    public void A_site_of_an_absurd_size_is_refused(int width, int height, int depth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new BuildSite(new SiteOptions { Size = new GridSize(width, height, depth) }, new BlockGrid(new GridSize(1, 1, 1))));

    private static BuildSite Play(SiteOptions options, ulong seed, int steps)
    {
        var site = new BuildSite(options, Some.Goal(options.Size, seed));
        var random = new SeededRandom(seed);
        var deeds = new Deed[site.BuilderCount];
        for (var step = 0; step < steps; step++)
        {
            site.Step(Some.Actions(site, random), deeds);
        }

        return site;
    }

    private static void StepAll(BuildSite site, BuilderAction[][] steps, (Deed[] Deeds, byte[] Mask, byte[] Planes, int[] Counts) buffers)
    {
        foreach (var actions in steps)
        {
            site.Step(actions, buffers.Deeds);
            var observation = site.Observe(1);
            observation.WriteMask(lineOfSight: true, buffers.Mask);
            observation.WritePlanes(buffers.Planes);
            observation.WriteInventories(buffers.Counts);
        }
    }

    private static int Matching(BuildSite site) => Enumerable.Range(0, site.Size.Volume).Count(cell => site.Blocks[cell] == site.Goal[cell]);

    private static void AssertSame(SiteState expected, BuildSite actual)
    {
        Assert.True(expected.Blocks.Blocks.SequenceEqual(actual.Blocks));
        Assert.Equal(expected.Locations, actual.Locations.ToArray());
        Assert.Equal(expected.LastInteracted, actual.LastInteracted.ToArray());
        for (var builder = 0; builder < actual.BuilderCount; builder++)
        {
            Assert.True(expected.Inventories[builder].Slots.SequenceEqual(actual.InventoryOf(builder).Slots));
        }
    }
}
