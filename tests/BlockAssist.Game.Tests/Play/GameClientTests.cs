using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Play;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Play;

/// <summary>Goes through the screens by keys, mouse and gamepad in a window that nobody sees.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class GameClientTests
{
    [Fact]
    public void From_the_menu_through_the_gallery_into_a_session_and_back_by_keys()
    {
        using var game = new SomeClient();
        game.Client.OpenMenu();
        game.Frames(4);
        game.Keep("menu");
        Assert.IsType<MainMenuScreen>(game.Top);

        game.Press(GlfwKey.Enter);
        var gallery = Assert.IsType<GalleryScreen>(game.Top);
        Assert.Equal(["house-7", "house-8", "house-9", "house-10", "house-11"], gallery.Houses.Select(house => house.Name));
        game.Press(GlfwKey.Right);
        game.Press(GlfwKey.Enter);
        game.Frames(2);

        Assert.Null(game.Top);
        Assert.Equal("house-8", game.Client.Session?.GoalName);
        Assert.Equal("BlockAssist – house-8", game.Window.Title);
        Assert.True(game.Window.CursorCaptured);
        game.Press(GlfwKey.Escape);
        Assert.IsType<PauseScreen>(game.Top);
        Assert.False(game.Window.CursorCaptured);
        game.Keep("pause");
        game.Press(GlfwKey.Down);
        game.Press(GlfwKey.Down);
        game.Press(GlfwKey.Enter);

        Assert.IsType<MainMenuScreen>(game.Top);
        Assert.Equal(1, EpisodeVerification.Verify(Assert.Single(game.Client.Played).File).Exact);
    }

    [Fact]
    public void While_a_screen_stops_time_nothing_happens_to_the_session()
    {
        using var game = new SomeClient(assistant: true);
        game.Play();
        game.Frames(60);
        game.Window.Events.Add(InputEvent.KeyDown(GlfwKey.W));
        game.Frames(2);
        game.Window.Events.Add(InputEvent.Focus(false));
        game.Frames(1);
        Assert.IsType<PauseScreen>(game.Top);
        var (time, steps, feet) = (game.Session.Time, game.Session.Site.Timestep, game.Session.Body.Feet);

        game.Frames(200);

        Assert.Equal((time, steps, feet), (game.Session.Time, game.Session.Site.Timestep, game.Session.Body.Feet));
        game.Press(GlfwKey.Enter);
        game.Frames(30);
        Assert.True(game.Session.Time > time);
        Assert.Equal(0, game.Session.Gait.Forward);
    }

    [Fact]
    public void A_session_that_was_left_can_be_gone_on_with()
    {
        using var game = new SomeClient();
        game.Play();
        game.Frames(10);
        var cell = Enumerable.Range(0, SomeClient.Site.Volume).First(one => SomeClient.Site.PosOf(one).Y == SiteGround.Surface && game.Session.Site.Goal[one] != Block.Air);
        Assert.Null(game.Session.PlaceAt(SomeClient.Site.PosOf(cell), game.Session.Site.Goal[cell]));
        var blocks = game.Session.Site.Blocks.ToArray();
        game.Client.OpenMenu();

        var menu = game.Top!;
        game.Until(() => menu.Focused is Button { Text: "Continue" });
        game.Press(GlfwKey.Enter);
        game.Frames(2);

        Assert.Equal(blocks, game.Session.Site.Blocks.ToArray());
        Assert.NotEqual(game.Client.Played[0].File, game.Client.Session?.File);
    }

    [Fact]
    public void When_the_house_stands_it_is_said_and_the_next_one_is_a_key_away()
    {
        using var game = new SomeClient();
        game.Play(SomeClient.OneBlock());
        Assert.Null(game.Session.PlaceAt(new BlockPos(2, SiteGround.Surface, 2), Block.Planks));

        game.Frames(150);
        Assert.IsType<CompletionScreen>(game.Top);
        game.Keep("complete");
        game.Press(GlfwKey.Enter);
        game.Frames(2);

        Assert.True(game.Client.Played[0].Result is { Progress.Left: 0 });
        Assert.Equal("house-8", game.Client.Session?.GoalName);
        Assert.False(game.Session.IsComplete);
    }

    [Fact]
    public void One_can_stay_in_a_house_that_stands()
    {
        using var game = new SomeClient();
        game.Play(SomeClient.OneBlock());
        game.Session.PlaceAt(new BlockPos(2, SiteGround.Surface, 2), Block.Planks);
        game.Frames(150);

        game.Press(GlfwKey.Right);
        game.Press(GlfwKey.Enter);
        game.Frames(300);

        Assert.Null(game.Top);
        Assert.NotNull(game.Client.Session);
    }

    [Fact]
    public void A_blueprint_that_is_dropped_is_imported_and_anything_else_is_said_to_be_none()
    {
        using var game = new SomeClient();
        game.Client.OpenMenu();
        game.Press(GlfwKey.Enter);
        var gallery = Assert.IsType<GalleryScreen>(game.Top);
        var (good, bad) = (game.Folder.File("hut.schem"), game.Folder.File("letter.txt"));
        var hut = new BlockGrid(new GridSize(3, 3, 3));
        hut.Blocks.Fill(Block.Log);
        File.WriteAllBytes(good, BlueprintFiles.Export(new Blueprint("hut", hut), BlueprintFiles.Find(".schem")!));
        File.WriteAllText(bad, "Dear all");

        game.Window.Events.Add(InputEvent.FilesDropped([bad, good, game.Folder.Path]));
        game.Frames(2);
        game.Keep("gallery-import");

        Assert.Equal("hut", gallery.Houses[0].Name);
        Assert.True(gallery.Houses[0].IsOwn);
        Assert.Equal(3, game.Client.Toasts.Shown + game.Client.Toasts.Waiting);
        Assert.Single(Directory.GetFiles(game.Folder.File("blueprints")));
        game.Press(GlfwKey.Escape);
        game.Press(GlfwKey.Enter);
        var again = Assert.IsType<GalleryScreen>(game.Top);
        game.Until(() => again.Houses[0].IsOwn);
    }

    [Fact]
    public void The_first_session_tells_the_keys_as_they_are_bound_and_the_second_does_not()
    {
        using var game = new SomeClient(assistant: true);
        game.Play();
        game.Frames(2);
        Assert.Equal(2, game.Client.Toasts.Shown + game.Client.Toasts.Waiting);
        game.Client.OpenMenu();
        var told = game.Client.Toasts.Shown + game.Client.Toasts.Waiting;
        game.Play();
        game.Frames(2);
        Assert.Equal(told, game.Client.Toasts.Shown + game.Client.Toasts.Waiting);

        var bindings = Bindings.Usual.With(GameAction.PauseAssistant, [Binding.Of(GlfwKey.K)]);
        Assert.Contains("K pauses the assistant", string.Join(' ', FirstKeys.Of(bindings, isHelped: true)), StringComparison.Ordinal);
        Assert.Single(FirstKeys.Of(bindings, isHelped: false));
    }

    [Fact]
    public void A_recording_that_cannot_go_on_ends_the_session_and_keeps_what_was_built()
    {
        using var game = new SomeClient();
        game.Play();
        game.Frames(120);
        var (file, told) = (game.Client.Session!.File, game.Client.Toasts.Shown + game.Client.Toasts.Waiting);
        game.Session.BlockChanged += _ => throw new IOException("No space left on device");

        game.Session.Pitch = 60;
        game.Press(GlfwKey.Digit5);
        game.Click(MouseButton.Left);
        game.Frames(20);
        game.Keep("disk-full");

        Assert.Null(game.Client.Session);
        Assert.IsType<MainMenuScreen>(game.Top);
        Assert.Equal(told + 2, game.Client.Toasts.Shown + game.Client.Toasts.Waiting);
        Assert.Equal(0, EpisodeVerification.Verify(file).Mismatches);
    }

    [Fact]
    public void Settings_hold_at_once_and_are_there_the_next_time()
    {
        using var game = new SomeClient();
        game.Client.OpenMenu();
        game.Frames(2);
        var before = game.Window.Size;

        game.Client.Settings.Change(settings => settings with { Hud = settings.Hud with { Scale = 1, ReducedMotion = true }, Video = settings.Video with { Fullscreen = true } });
        game.Frames(2);

        Assert.True(game.Window.Fullscreen);
        Assert.Equal(before, game.Window.Size);
        Assert.True(new SettingsFile(game.Folder.File("settings.json")).Load().Settings.Hud.ReducedMotion);
    }

    [Fact]
    public void A_broken_settings_file_is_told_of_in_a_toast()
    {
        using var window = new OffscreenWindow(Rendering.SceneTests.Open());
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("settings.json"), "{");
        using var client = new Game.Play.GameClient(window, new Game.Play.ClientOptions
        {
            Episodes = folder.Path,
            Blueprints = folder.Path,
            SettingsFile = folder.File("settings.json"),
            NextEpisode = folder.File,
        }, TimeProvider.System);

        Assert.Equal(1, client.Toasts.Waiting);
        client.OpenMenu();
        for (var frame = 0; frame < 20; frame++)
        {
            client.Frame(1.0 / 30);
        }

        var pixels = new byte[4 * window.Size.Width * window.Size.Height];
        window.ReadPixels(pixels);
        Rendering.SceneTests.Keep(pixels, "settings-broken");
        Assert.Equal(1, client.Toasts.Shown);
        Assert.True(client.Settings.Current.Bindings.Matches(Bindings.Usual));
    }

    [Fact]
    public void Colours_for_people_who_see_fewer_hold_in_the_world_too()
    {
        using var game = new SomeClient();
        game.Play();
        game.Session.Yaw = -45;
        game.Session.Pitch = 15;
        var usual = Picture(game);

        game.Client.Settings.Change(settings => settings with { Hud = settings.Hud with { ColourVision = ColourVision.Deuteranopia } });

        Assert.NotEqual(usual, Picture(game));
    }

    private static byte[] Picture(SomeClient game)
    {
        game.Press(GlfwKey.F1);
        game.Press(GlfwKey.F1);
        game.Client.Loop!.Hour = 12;
        game.Frames(40);
        game.Client.Loop.Hour = 12;
        game.Frames(1);
        var pixels = new byte[4 * game.Window.Size.Width * game.Window.Size.Height];
        game.Window.ReadPixels(pixels);
        return pixels;
    }
}
