using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class ActionMaskTests
{
    [Fact]
    public void Alone_and_walking_every_action_that_is_seen_takes_effect() =>
        Gen.Select(Some.Size, Gen.ULong).Sample(
            (size, seed) =>
            {
                var site = Wander(new SiteOptions { Size = size }, seed);
                var mask = new byte[site.Actions.Count];
                ActionMask.WriteFlat(site, 0, lineOfSight: true, mask);
                for (var index = 1; index < mask.Length; index++)
                {
                    Assert.True(mask[index] == 0 || site.Allows(0, site.Actions.ActionAt(index)), $"{site.Actions.ActionAt(index)}");
                }
            },
            iter: 40);

    [Fact]
    public void Line_of_sight_only_takes_actions_away() =>
        Gen.Select(Some.Options, Gen.ULong).Sample(
            (options, seed) =>
            {
                var site = Wander(options, seed);
                var (all, seen) = (new byte[site.Actions.Count], new byte[site.Actions.Count]);
                ActionMask.WriteFlat(site, 0, lineOfSight: false, all);
                ActionMask.WriteFlat(site, 0, lineOfSight: true, seen);
                Assert.All(Enumerable.Range(0, all.Length), index => Assert.True(seen[index] <= all[index]));
            },
            iter: 20);

    [Fact]
    public void A_builder_outside_the_site_sees_it_without_a_crash()
    {
        var options = new SiteOptions { Builders = [new BuilderOptions { IsHuman = true }, new()] };
        var start = new BuildSite(options, Some.Goal(options.Size, 1)).Capture();
        var site = new BuildSite(options, start with { Locations = [new Location(-40, 3, 99), new Location(2.5, 2, 2.5)] });
        var mask = new byte[site.Actions.Count];
        var planes = new byte[Observation.PlaneCount * options.Size.Volume];

        foreach (var builder in (ReadOnlySpan<int>)[0, 1])
        {
            ActionMask.WriteFlat(site, builder, lineOfSight: true, mask);
            site.Observe(builder).WritePlanes(planes);
        }

        Assert.Equal(1, mask[0]);
    }

    private static BuildSite Wander(SiteOptions options, ulong seed)
    {
        var site = new BuildSite(options, Some.Goal(options.Size, seed));
        var random = new SeededRandom(seed);
        var deeds = new Deed[site.BuilderCount];
        var actions = new BuilderAction[site.BuilderCount];
        for (var step = 0; step < 25; step++)
        {
            actions[0] = Some.ValidAction(site, 0, random);
            site.Step(actions, deeds);
        }

        return site;
    }
}
