using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class SightTests
{
    private static ReadOnlySpan<double> Marks => [0.1, 0.5, 0.9];

    /// <summary>The rays that are not cast for their cell or face is shut off, behind or far away: none of them would have arrived.</summary>
    [Fact]
    public void As_many_points_are_seen_as_if_every_ray_were_cast() =>
        Gen.Select(Gen.Int[1, 7], Gen.Int[1, 7], Gen.Int[1, 7], Gen.ULong).Sample(
            (width, height, depth, seed) =>
            {
                var random = new SeededRandom(seed);
                var site = RandomSite(new GridSize(width, height, depth), random);
                Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
                var sight = site.SightAmongBodies(0, bodies);
                for (var question = 0; question < 40; question++)
                {
                    var type = (ActionType)random.Next((int)ActionType.Place, (int)ActionType.Break + 1);
                    var target = site.Size.PosOf(random.Next(site.Size.Volume));
                    var feet = SomePlace(site.Size, random);
                    var count = CountWithEveryRay(site, type, target, feet.Eye, sight);

                    Assert.Equal(count, new ClickPoints(site, type, target, feet.Eye, sight).Seen().Count);
                    Assert.Equal(count > 0, new ClickPoints(site, type, target, feet.Eye, sight).AnySeen());
                }
            },
            iter: 150);

    private static int CountWithEveryRay(BuildSite site, ActionType type, BlockPos target, Location eye, in LineOfSight sight)
    {
        var count = 0;
        var shift = type == ActionType.Break ? 1e-4 : -1e-4;
        for (var face = 0; face < 6; face++)
        {
            var neighbour = target + BlockPos.Directions[face];
            if (!site.Size.Contains(neighbour) || (type == ActionType.Place && site[neighbour] == Block.Air))
            {
                continue;
            }

            foreach (var first in Marks)
            {
                foreach (var second in Marks)
                {
                    var across = face % 2 == 0 ? 1 + shift : -shift;
                    var (x, y, z) = (face / 2) switch { 0 => (across, first, second), 1 => (first, across, second), _ => (first, second, across) };
                    var point = new Location(target.X + x, target.Y + y, target.Z + z);
                    count += point.DistanceSquared(eye) <= 4.5 * 4.5 && sight.IsClear(eye, point) ? 1 : 0;
                }
            }
        }

        return count;
    }

    private static BuildSite RandomSite(GridSize size, SeededRandom random)
    {
        var blocks = new BlockGrid(size);
        var solids = random.Next(1, 10);
        foreach (ref var block in blocks.Blocks)
        {
            block = random.Next(10) < solids ? Block.Stone : Block.Air;
        }

        var options = new SiteOptions { Size = size, Builders = [new(), new(), new()] };
        var site = new BuildSite(options, blocks);
        return new BuildSite(options, site.Capture() with
        {
            Blocks = blocks,
            Locations = [SomePlace(size, random), SomePlace(size, random), SomePlace(size, random)],
        });
    }

    // In the middle of a cell, or anywhere, as a person is; eyes may be above the site.
    private static Location SomePlace(GridSize size, SeededRandom random) => random.Next(2) == 0
        ? Location.Standing(size.PosOf(random.Next(size.Volume)))
        : new Location(random.NextDouble() * size.Width, random.NextDouble() * size.Height, random.NextDouble() * size.Depth);
}
