using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class SiteStartTests
{
    [Fact]
    public void Scattered_builders_stand_in_air_and_apart() =>
        Gen.Select(Some.Size, Gen.Int[1, 4], Gen.ULong).Sample(
            (size, builders, seed) =>
            {
                var options = new SiteOptions { Size = size, Builders = [.. Enumerable.Repeat(new BuilderOptions(), builders)] };
                var start = new BuildSite(options, Some.Goal(size, seed)).Capture();

                var scattered = SiteStart.Scatter(start, new SeededRandom(seed));

                var cells = scattered.Locations.Select(location => location.Cell).ToArray();
                Assert.All(cells, feet => Assert.Equal(Block.Air, scattered.Blocks[feet]));
                Assert.All(
                    from a in Enumerable.Range(0, builders) from b in Enumerable.Range(0, a) select (cells[a], cells[b]),
                    pair => Assert.False(pair.Item1.X == pair.Item2.X && pair.Item1.Z == pair.Item2.Z && Math.Abs(pair.Item1.Y - pair.Item2.Y) <= 1));
            },
            iter: 50);

    [Fact]
    public void Every_open_cell_is_drawn_sooner_or_later()
    {
        var options = new SiteOptions { Size = new GridSize(2, 4, 2) };
        var start = new BuildSite(options, Some.Goal(options.Size, 1)).Capture();
        var random = new SeededRandom(1);

        var drawn = Enumerable.Range(0, 200).Select(_ => SiteStart.Scatter(start, random).Locations[0]).Distinct().Count();

        Assert.Equal(8, drawn);
    }

    [Fact]
    public void A_site_without_room_is_refused()
    {
        var options = new SiteOptions { Size = new GridSize(1, 3, 1), Builders = [new(), new()] };
        var start = new BuildSite(options, Some.Goal(options.Size, 1)).Capture();

        Assert.Throws<ArgumentException>(() => SiteStart.Scatter(start, new SeededRandom(1)));
    }

    [Fact]
    public void A_start_in_mid_episode_ends_at_the_same_horizon()
    {
        var options = new SiteOptions { Horizon = 20 };
        var start = new BuildSite(options, Some.Goal(options.Size, 1)).Capture();
        var site = new BuildSite(options, SiteStart.SkipSome(start, options.Horizon, new SeededRandom(3)));
        var begun = site.Timestep;
        var steps = 0;

        for (var deeds = new Deed[1]; !site.IsOver; steps++)
        {
            site.Step([BuilderAction.Noop], deeds);
        }

        Assert.Equal(options.Horizon - begun, steps);
    }
}
