using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Game.Watching;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Watching;

public sealed class WatchCameraTests
{
    private static readonly Vector3 Feet = new(24.5f, Landscape.SiteLevel + 1, 24.5f);

    private readonly VoxelWorld _world = SomeSession.Land();
    private readonly WatchCamera _camera;

    public WatchCameraTests() => _camera = new WatchCamera(_world, SomeSession.Frame);

    [Fact]
    public void A_follower_stands_behind_and_looks_the_same_way()
    {
        _camera.Look(WatchView.Follow);

        var camera = _camera.Advance(Looking(0), 0);

        Assert.Equal(0, camera.Yaw);
        Assert.InRange(Feet.Z - camera.Place.Z, 3.5f, 4.6f);
        Assert.Null(_camera.Inhabited);
    }

    [Fact]
    public void A_wall_behind_is_not_looked_through_and_where_there_is_no_room_one_looks_through_the_builders_eyes()
    {
        _camera.Look(WatchView.Follow);
        Wall(22);
        Assert.InRange(Feet.Z - _camera.Advance(Looking(0), 0).Place.Z, 1, 1.5f);

        Wall(23);
        var camera = _camera.Advance(Looking(0), 0);

        Assert.Equal(0, _camera.Inhabited);
        Assert.Equal(Feet.Z, camera.Place.Z);
    }

    [Fact]
    public void A_follower_turns_evenly_the_shorter_way()
    {
        _camera.Look(WatchView.Follow);
        _camera.Advance(Looking(170), 0);

        var yaws = Enumerable.Range(0, 60).Select(_ => _camera.Advance(Looking(-170), 1 / 30f).Yaw).ToArray();

        Assert.All(yaws.Zip(yaws.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 5));
        Assert.InRange(yaws[^1], 189, 190.01f);
    }

    [Fact]
    public void Only_a_free_camera_flies()
    {
        var start = _camera.Advance(default, 0).Place;
        _camera.Fly(Vector3.UnitY, 1);
        Assert.True(_camera.Advance(default, 0).Place.Y > start.Y + 5);

        _camera.Look(WatchView.Orbit);
        var orbit = _camera.Advance(default, 0).Place;
        _camera.Fly(Vector3.UnitY, 1);

        Assert.Equal(orbit, _camera.Advance(default, 0).Place);
    }

    private static AvatarPose Looking(float yaw) => new(Feet, yaw, 0, 0, 0, 0, Block.Air);

    private void Wall(int z)
    {
        for (var y = 0; y < 8; y++)
        {
            _world.Set(new BlockPos(24, Landscape.SiteLevel + 1 + y, z), Material.Stone);
        }
    }
}
