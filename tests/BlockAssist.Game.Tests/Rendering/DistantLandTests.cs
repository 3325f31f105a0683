using System.Numerics;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Rendering;

/// <summary>Looks at one section of a bare world from near and from afar.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class DistantLandTests
{
    private static readonly Camera Near = new() { Place = new Vector3(8, 20, 60), Yaw = 180, Pitch = 10 };
    private static readonly Camera Far = Near with { Place = new Vector3(8, 20, 120) };

    [Fact]
    public void Corners_have_shades_from_near_only()
    {
        using var picture = SceneTests.Open();
        using var scene = new SceneRenderer(picture, Steps(), TimeProvider.System, threads: 1);

        var fromFar = Faces(scene, Far);
        var fromNear = Faces(scene, Near);

        Assert.True(fromNear > fromFar, $"{fromNear} faces from near, {fromFar} from afar");
        Assert.Equal(fromFar, Faces(scene, Far));
    }

    [Fact]
    public void At_the_border_a_section_stays_as_it_is()
    {
        using var picture = SceneTests.Open();
        using var scene = new SceneRenderer(picture, Steps(), TimeProvider.System, threads: 1);
        var border = Near with { Place = new Vector3(8, 8, 16 + 66) };

        var fromFar = Faces(scene, border);
        var fromNear = Faces(scene, border with { Place = new Vector3(8, 8, 16 + 62) });

        Assert.True(fromNear > fromFar);
        Assert.Equal(fromNear, Faces(scene, border));
    }

    [Fact]
    public void The_first_frame_shows_the_land_before_any_detail_is_there()
    {
        using var picture = SceneTests.Open();
        using var scene = new SceneRenderer(picture, Steps(), new FrozenTime(), threads: 1);

        scene.Draw(new SceneFrame { Camera = Near, Daytime = new Daytime(10) });

        Assert.Equal(1, scene.World.SectionsDrawn);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_is_shown_by_the_next_frame(bool isNear)
    {
        using var picture = SceneTests.Open();
        var (world, camera) = (Steps(), isNear ? Near : Far);
        using var scene = new SceneRenderer(picture, world, new FrozenTime(), threads: 1);
        var before = Faces(scene, camera);

        world.Set(new BlockPos(8, 12, 8), Material.Planks);
        scene.Draw(new SceneFrame { Camera = camera, Daytime = new Daytime(10) });

        Assert.True(scene.World.FacesDrawn > before);
    }

    private static VoxelWorld Steps()
    {
        var world = new VoxelWorld(new GridSize(16, 32, 128));
        for (var cell = 0; cell < 256; cell++)
        {
            for (var y = 0; y <= cell % 16 / 4; y++)
            {
                world.Set(new BlockPos(cell % 16, y, cell / 16), Material.Stone);
            }
        }

        new SkyLight(world).Spread();
        return world;
    }

    private static int Faces(SceneRenderer scene, Camera camera)
    {
        SceneTests.Draw(scene, camera, new Daytime(10));
        return scene.World.FacesDrawn;
    }

    // Nothing takes long by it, so that no work is put off.
    private sealed class FrozenTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
