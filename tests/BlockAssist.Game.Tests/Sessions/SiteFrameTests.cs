using BlockAssist.Game.Sessions;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class SiteFrameTests
{
    [Fact]
    public void The_layer_of_dirt_is_at_the_level_of_the_land()
    {
        var frame = SomeSession.Frame;
        var world = SomeSession.Land();

        Assert.Equal(Landscape.SiteLevel, frame.ToWorld(new BlockPos(0, 1, 0)).Y);
        Assert.Equal(Material.Dirt, world[frame.ToWorld(new BlockPos(-1, 1, 4))]);
        Assert.Equal(Material.Air, world[frame.ToWorld(new BlockPos(-1, 2, 4))]);
    }

    [Fact]
    public void There_and_back_is_the_same() =>
        Gen.Select(Gen.Int[-90, 90], Gen.Int[-90, 90], Gen.Int[-90, 90]).Sample((x, y, z) =>
        {
            var frame = new SiteFrame(new BlockPos(x, y, z), new GridSize(3, 4, 5));
            var place = new Location(x / 8.0, y / 8.0, z / 8.0);

            Assert.Equal(place, frame.ToSite(frame.ToWorld(place)));
            Assert.Equal(frame.ToWorld(place).Cell, frame.ToWorld(place.Cell));
            Assert.Equal(frame.Size.Contains(place.Cell), frame.Contains(frame.ToWorld(place.Cell)));
        });

    [Fact]
    public void A_world_that_is_too_small_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SiteFrame.Centred(new GridSize(48, 16, 48), new GridSize(11, 10, 10)));
}
