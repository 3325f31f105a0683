using System.Numerics;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Rendering;

/// <summary>Looks at pictures drawn without a window.</summary>
public sealed class SceneTests
{
    private const int Width = 854;
    private const int Height = 480;

    [Fact]
    public void Above_is_the_sky_and_below_the_land()
    {
        using var picture = Open();
        var world = new VoxelWorld(new GridSize(128, 64, 128));
        new Landscape(11).Fill(world, (new BlockPos(58, Landscape.SiteLevel, 58), new GridSize(11, 10, 10)));
        new SkyLight(world).Spread();
        using var scene = new SceneRenderer(picture, world, TimeProvider.System, threads: 1);
        var camera = new Camera { Place = new Vector3(52.5f, Landscape.SiteLevel + 6, 52.5f), Yaw = -45, Pitch = 8 };

        Draw(scene, camera, new Daytime(10));
        var pixels = new byte[4 * Width * Height];
        picture.ReadPixels(pixels);
        Keep(pixels, "land");

        var (top, bottom) = (At(pixels, Width / 2, 5), At(pixels, Width / 2, Height - 5));
        Assert.True(top.Z > top.X, $"the sky is {top}");
        Assert.True(bottom.Y > bottom.Z, $"the ground is {bottom}");
        Assert.True(scene.World.FacesDrawn > 500);
    }

    [Fact]
    public void Builders_ghosts_and_marks_are_seen_where_they_are()
    {
        using var picture = Open();
        var world = new VoxelWorld(new GridSize(128, 64, 128));
        var origin = new BlockPos(58, Landscape.SiteLevel - 1, 58);
        new Landscape(11).Fill(world, (origin, new GridSize(11, 10, 10)));
        foreach (var at in (ReadOnlySpan<BlockPos>)[new(60, 24, 60), new(61, 24, 60), new(62, 24, 60), new(60, 25, 60), new(64, 24, 62), new(64, 24, 64)])
        {
            world.Set(at, Material.Planks);
        }

        world.Set(new BlockPos(60, 24, 63), Material.Glass);
        new SkyLight(world).Spread();
        using var scene = new SceneRenderer(picture, world, TimeProvider.System, threads: 1);
        for (var cell = 0; cell < 12; cell++)
        {
            scene.Ghosts.Add(new Vector3(60 + (cell % 4), 26, 60 + (cell / 4)), CellStatus.Missing, cell < 6 ? Block.Planks : Block.StoneBrick, 63);
        }

        scene.Ghosts.Add(new Vector3(64, 24, 62), CellStatus.Wrong, Block.Stone, 63);
        scene.Ghosts.Add(new Vector3(64, 24, 64), CellStatus.Extra, Block.Air, 63);
        scene.Burst(new BlockPos(62, 24, 60), Block.Planks, 30);
        scene.Advance(0.1f);
        var camera = new Camera { Place = new Vector3(57.5f, 27.3f, 67.5f), Yaw = -140, Pitch = 18 };
        (AvatarPose, AvatarLook)[] avatars = [(new AvatarPose(new Vector3(62.5f, 24, 65.5f), 60, 10, 1.1f, 1, 0.4f, Block.Planks), AvatarLook.Assistant)];

        for (var i = 0; i < 3 || scene.World.Pending > 0; i++)
        {
            scene.Draw(new SceneFrame { Camera = camera, Daytime = new Daytime(15), Seconds = 3, Aimed = new BlockPos(60, 25, 60), Avatars = avatars, Ghosts = true });
        }

        var pixels = new byte[4 * Width * Height];
        picture.ReadPixels(pixels);
        Keep(pixels, "site");
    }

    internal static OffscreenContext Open()
    {
        try
        {
            return OffscreenContext.Open(Width, Height);
        }
        catch (PlatformException missing)
        {
            Assert.Skip(missing.Message);
            throw;
        }
    }

    internal static void Draw(SceneRenderer scene, Camera camera, Daytime daytime)
    {
        do
        {
            scene.Draw(new SceneFrame { Camera = camera, Daytime = daytime, Seconds = 3 });
        }
        while (scene.World.Pending > 0);

        scene.Draw(new SceneFrame { Camera = camera, Daytime = daytime, Seconds = 3 });
    }

    /// <summary>Keeps a picture to be looked at, where somebody wants to.</summary>
    internal static void Keep(byte[] pixels, string name)
    {
        if (Environment.GetEnvironmentVariable("BLOCKASSIST_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}-{Width}x{Height}.rgba"), pixels);
        }
    }

    private static Vector3 At(byte[] pixels, int x, int y)
    {
        var at = 4 * ((y * Width) + x);
        return new Vector3(pixels[at], pixels[at + 1], pixels[at + 2]);
    }
}
