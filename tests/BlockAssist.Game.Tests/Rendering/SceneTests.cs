using System.Numerics;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Rendering;
using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Rendering;

/// <summary>Looks at pictures drawn without a window.</summary>
[Collection(DrawingInTurn.Name)]
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
        using var scene = Site(picture);
        var camera = new Camera { Place = new Vector3(57.5f, 27.3f, 67.5f), Yaw = -140, Pitch = 18 };
        var bare = Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(15) });
        for (var cell = 0; cell < 12; cell++)
        {
            scene.Ghosts.Add(new BlockPos(60 + (cell % 4), 26, 60 + (cell / 4)), CellStatus.Missing, cell < 6 ? Block.Planks : Block.StoneBrick, 63);
        }

        scene.Ghosts.Add(new BlockPos(64, 24, 62), CellStatus.Wrong, Block.Stone, 63);
        scene.Ghosts.Add(new BlockPos(64, 24, 64), CellStatus.Extra, Block.Air, 63);
        scene.Burst(new BlockPos(62, 24, 60), Block.Planks, 30);
        scene.Advance(0.1f);
        (AvatarPose, AvatarLook)[] avatars = [(new AvatarPose(new Vector3(62.5f, 24, 65.5f), 60, 10, 1.1f, 1, 0.4f, Block.Planks), AvatarLook.Assistant)];

        var pixels = Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(15), Aimed = new BlockPos(60, 25, 60), Avatars = avatars, Ghosts = true });
        Keep(pixels, "site");

        var (ghost, wrong, chest) = (new Vector3(60.5f, 26.5f, 62.94f), new Vector3(64.5f, 25, 62.5f), new Vector3(62.5f, 24.9f, 65.5f));
        Assert.True(Difference(bare, pixels, camera, ghost) > 10, "a ghost is seen");
        Assert.True(Seen(pixels, camera, wrong).X > Seen(bare, camera, wrong).X + 20, "a wrong block is red");
        Assert.True(Seen(pixels, camera, chest) is var teal && teal.Y > teal.X + 30 && teal.Z > teal.X + 30, "the assistant wears teal");
    }

    [Fact]
    public void What_a_builder_is_about_to_do_and_the_players_hand_are_seen()
    {
        using var picture = Open();
        using var scene = Site(picture);
        var camera = new Camera { Place = new Vector3(57.5f, 27.3f, 67.5f), Yaw = -140, Pitch = 18 };
        var bare = Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(15) });
        var hand = new HandView(Block.Planks, 1, 1, 0.2f);
        (IntentKind Kind, BlockPos Cell, Vector3 At)[] intents =
        [
            (IntentKind.Place, new BlockPos(62, 25, 62), new Vector3(62.5f, 25.5f, 63)),
            (IntentKind.Break, new BlockPos(64, 24, 62), new Vector3(64.03f, 24.5f, 63.03f)),
            (IntentKind.Walk, new BlockPos(61, 24, 65), new Vector3(61.06f, 24.02f, 65.5f)),
        ];

        foreach (var (kind, cell, at) in intents)
        {
            var intent = new IntentView(kind, new Vector3(60.5f, 25.2f, 64.5f), cell, kind == IntentKind.Place ? Block.Planks : Block.Air);
            var pixels = Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(15), Seconds = 3, Intent = intent, Hand = hand });
            Keep(pixels, $"intent-{kind}".ToLowerInvariant());

            Assert.True(Difference(bare, pixels, camera, at) > 15, $"{kind} is shown at its cell");
            Assert.True(Vector3.Distance(At(bare, Width * 7 / 10, Height * 85 / 100), At(pixels, Width * 7 / 10, Height * 85 / 100)) > 15, "the hand is seen to the right and below");
        }
    }

    [Fact]
    public void A_scene_with_fewer_pixels_is_stretched_over_the_whole_picture()
    {
        using var picture = Open();
        using var scene = Site(picture);
        var frame = new SceneFrame { Camera = new Camera { Place = new Vector3(57.5f, 27.3f, 67.5f), Yaw = -140, Pitch = 18 }, Daytime = new Daytime(15) };
        var whole = Picture(picture, scene, frame);

        scene.Scale = 0.5f;
        var coarse = Picture(picture, scene, frame);
        scene.Scale = 1;
        var again = Picture(picture, scene, frame);

        Assert.InRange(MeanDifference(whole, coarse), 0.5, 12);
        Assert.Equal(0, MeanDifference(whole, again));
    }

    [Fact]
    public void At_night_one_still_sees_what_one_builds()
    {
        using var picture = Open();
        using var scene = Site(picture);
        var camera = new Camera { Place = new Vector3(57.5f, 27.3f, 67.5f), Yaw = -140, Pitch = 35 };

        var day = MeanOf(Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(12) }));
        var night = MeanOf(Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(0) }));

        Assert.InRange(night, 35, 0.7 * day);
    }

    [Fact]
    public void Who_stands_before_ones_eyes_is_not_drawn()
    {
        using var picture = Open();
        using var scene = Site(picture);
        var camera = new Camera { Place = new Vector3(57.5f, 25.6f, 67.5f), Yaw = -140, Pitch = 10 };
        var ahead = new Vector3(-MathF.Sin(-140 * MathF.PI / 180), 0, MathF.Cos(-140 * MathF.PI / 180));
        var feet = camera.Place with { Y = 24 };

        var bare = With([]);
        var near = With([(new AvatarPose(feet + ahead, 40, 0, 0, 0, 0, Block.Air), AvatarLook.Assistant)]);
        var farther = With([(new AvatarPose(feet + (2 * ahead), 40, 0, 0, 0, 0, Block.Air), AvatarLook.Assistant)]);

        Assert.Equal(0, MeanDifference(bare, near));
        Assert.True(MeanDifference(bare, farther) > 1);

        byte[] With((AvatarPose, AvatarLook)[] avatars) =>
            Picture(picture, scene, new SceneFrame { Camera = camera, Daytime = new Daytime(12), Avatars = avatars });
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

    private static SceneRenderer Site(OffscreenContext picture)
    {
        var world = new VoxelWorld(new GridSize(128, 64, 128));
        new Landscape(11).Fill(world, (new BlockPos(58, Landscape.SiteLevel - 1, 58), new GridSize(11, 10, 10)));
        foreach (var at in (ReadOnlySpan<BlockPos>)[new(60, 24, 60), new(61, 24, 60), new(62, 24, 60), new(60, 25, 60), new(64, 24, 62), new(64, 24, 64)])
        {
            world.Set(at, Material.Planks);
        }

        world.Set(new BlockPos(60, 24, 63), Material.Glass);
        new SkyLight(world).Spread();
        return new SceneRenderer(picture, world, TimeProvider.System, threads: 1);
    }

    private static byte[] Picture(OffscreenContext picture, SceneRenderer scene, in SceneFrame frame)
    {
        for (var i = 0; i < 3 || scene.World.Pending > 0; i++)
        {
            scene.Draw(frame);
        }

        var pixels = new byte[4 * Width * Height];
        picture.ReadPixels(pixels);
        return pixels;
    }

    // Of red, green and blue; every fourth byte is how opaque a pixel is.
    private static double MeanOf(byte[] pixels) => pixels.Where((_, at) => at % 4 != 3).Average(part => part);

    private static double MeanDifference(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();

    private static float Difference(byte[] before, byte[] after, Camera camera, Vector3 place) =>
        Vector3.Distance(Seen(before, camera, place), Seen(after, camera, place));

    /// <summary>The colour of the picture where a place of the world is in it.</summary>
    private static Vector3 Seen(byte[] pixels, Camera camera, Vector3 place)
    {
        var at = Vector4.Transform(new Vector4(place - camera.Place, 1), camera.View(Width / (float)Height));
        return At(pixels, (int)((at.X / at.W + 1) * Width / 2), (int)((1 - at.Y / at.W) * Height / 2));
    }

    private static Vector3 At(byte[] pixels, int x, int y)
    {
        var at = 4 * ((y * Width) + x);
        return new Vector3(pixels[at], pixels[at + 1], pixels[at + 2]);
    }
}
