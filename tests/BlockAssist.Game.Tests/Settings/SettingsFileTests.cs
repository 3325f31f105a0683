using System.Text;
using BlockAssist.Game.Hud;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Tests.Settings;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>All actions.</summary>
    public static TheoryData<GameAction> Actions => [.. Enum.GetValues<GameAction>()];

    private string Path => _folder.File("settings.json");

    private SettingsFile Kept => new(Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_a_file_everything_is_as_usual()
    {
        var (settings, trouble) = Kept.Load();

        Assert.Null(trouble);
        Assert.Equal(new GameSettings(), settings);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void What_was_saved_is_read_again()
    {
        var settings = new GameSettings
        {
            Controls = new ControlSettings { DegreesAPixel = 0.3, InvertsY = true, SneakToggles = true, SprintToggles = true, AutoJump = true },
            Video = new VideoSettings { FramesASecond = 144, VerticalSync = false, ViewDistance = 90, FieldOfView = 85, Fullscreen = true },
            Hud = new HudSettings { Scale = 3, TextSize = 1.5f, ColourVision = ColourVision.Tritanopia, ReducedMotion = true },
            Sound = new SoundVolumes { Master = 0.1f, Blocks = 0.2f, Footsteps = 0.3f, Assistant = 0.4f, Jingles = 0.5f },
            Assistant = new AssistantSettings { ActionMilliseconds = 200, Helpfulness = Helpfulness.Bold, Suggests = true, Suggestions = 5 },
        };

        Kept.Save(settings);
        var (read, trouble) = Kept.Load();

        Assert.Null(trouble);
        Assert.True(settings.Bindings.Matches(read.Bindings));
        Assert.Equal(settings, read with { Bindings = settings.Bindings });
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Each_action_keeps_what_it_is_bound_to(GameAction action)
    {
        Binding[] bound = [Binding.Of(GlfwKey.Digit7), Binding.Of(MouseButton.Button5), Binding.WheelUp, Binding.Of(GamepadButton.Guide)];
        var bindings = Bindings.Usual.With(action, bound);

        Kept.Save(new GameSettings { Bindings = bindings });

        Assert.Equal(bound, Kept.Load().Settings.Bindings.Of(action));
        Assert.True(bindings.Matches(Kept.Load().Settings.Bindings));
    }

    [Fact]
    public void An_action_may_be_bound_to_nothing()
    {
        Kept.Save(new GameSettings { Bindings = Bindings.Usual.With(GameAction.Jump) });

        Assert.Empty(Kept.Load().Settings.Bindings.Of(GameAction.Jump));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no settings")]
    [InlineData("[1, 2]")]
    [InlineData("{\"video\": {\"fieldOfView\": 80")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}}}}}}")]
    public void A_broken_file_is_kept_aside_and_told_of_once(string text)
    {
        File.WriteAllText(Path, text);

        var (settings, trouble) = Kept.Load();

        Assert.Contains("settings.json.broken", trouble, StringComparison.Ordinal);
        Assert.True(new GameSettings().Bindings.Matches(settings.Bindings));
        Assert.Equal(text, File.ReadAllText(Kept.Aside));
        Assert.Null(Kept.Load().Trouble);
    }

    [Fact]
    public void What_is_wrong_in_a_file_costs_itself_only()
    {
        File.WriteAllText(Path, """
            {
              // I like it wide.
              "video": { "fieldOfView": 90, "framesASecond": "many", "verticalSync": null },
              "hud": { "colourVision": "tetrachromacy", "scale": 2 },
              "sound": 7,
              "bindings": { "Jump": ["J"], "Sneak": ["NoSuchKey"], "Break": [87], "Fly": "F" },
            }
            """);

        var (settings, trouble) = Kept.Load();

        Assert.Equal((90f, 60, true), (settings.Video.FieldOfView, settings.Video.FramesASecond, settings.Video.VerticalSync));
        Assert.Equal((ColourVision.Usual, 2), (settings.Hud.ColourVision, settings.Hud.Scale));
        Assert.Equal([Binding.Of(GlfwKey.J)], settings.Bindings.Of(GameAction.Jump));
        Assert.Equal(Bindings.Usual.Of(GameAction.Sneak), settings.Bindings.Of(GameAction.Sneak));
        Assert.Equal(Bindings.Usual.Of(GameAction.Break), settings.Bindings.Of(GameAction.Break));
        Assert.Contains("and 4 more", trouble, StringComparison.Ordinal);
        Assert.Null(Kept.Load().Trouble);
        Assert.Equal(90, Kept.Load().Settings.Video.FieldOfView);
    }

    [Fact]
    public void What_is_out_of_range_is_clamped_and_what_is_unknown_is_passed_over()
    {
        File.WriteAllText(Path, """
            {
              "controls": { "degreesAPixel": 99, "moonWalk": true }, "video": { "fieldOfView": -3, "viewDistance": 1e300, "framesASecond": -5 },
              "hud": { "scale": 40, "textSize": 0 }, "sound": { "master": 11 }, "assistant": { "actionMilliseconds": 0, "suggestions": 9 }, "weather": { "rain": 1 },
              "bindings": { "Dance": ["K"] }
            }
            """);

        var (settings, trouble) = Kept.Load();

        Assert.Null(trouble);
        Assert.Equal(ControlSettings.MostDegrees, settings.Controls.DegreesAPixel);
        Assert.Equal((VideoSettings.NarrowestField, VideoSettings.LongestView, 0), (settings.Video.FieldOfView, settings.Video.ViewDistance, settings.Video.FramesASecond));
        Assert.Equal((HudArea.MostScale, 1f), (settings.Hud.Scale, settings.Hud.TextSize));
        Assert.Equal((1f, 50, 5), (settings.Sound.Master, settings.Assistant.ActionMilliseconds, settings.Assistant.Suggestions));
    }

    [Fact]
    public void A_write_that_was_cut_off_leaves_the_old_settings()
    {
        Kept.Save(new GameSettings { Video = new VideoSettings { FieldOfView = 88 } });
        File.WriteAllBytes($"{Path}.partial", Encoding.UTF8.GetBytes("{\"video\": {\"fieldOf"));

        var (settings, trouble) = Kept.Load();

        Assert.Null(trouble);
        Assert.Equal(88, settings.Video.FieldOfView);
        Kept.Save(settings with { Video = new VideoSettings { FieldOfView = 66 } });
        Assert.Equal(66, Kept.Load().Settings.Video.FieldOfView);
    }

    [Fact]
    public void A_change_holds_at_once_and_is_in_the_file_at_once()
    {
        var live = new LiveSettings(Kept, new GameSettings());
        var told = new List<float>();
        live.Changed += settings => told.Add(settings.Hud.TextSize);

        live.Change(settings => settings with { Hud = settings.Hud with { TextSize = 1.5f } });
        live.Change(settings => settings with { Hud = settings.Hud with { TextSize = 9 } });

        Assert.Equal([1.5f, 2f], told);
        Assert.Equal(2, Kept.Load().Settings.Hud.TextSize);
    }

    [Fact]
    public void A_change_that_cannot_be_saved_holds_all_the_same()
    {
        Directory.CreateDirectory(Path);
        var live = new LiveSettings(Kept, new GameSettings());
        var failures = new List<string>();
        live.Failed += failures.Add;

        live.Change(settings => settings with { Controls = settings.Controls with { AutoJump = true } });

        Assert.True(live.Current.Controls.AutoJump);
        Assert.Contains("not saved", Assert.Single(failures), StringComparison.Ordinal);
    }
}
