using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Screens;
using BlockAssist.Game.Settings;
using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Play;

namespace BlockAssist.Game.Tests.Screens;

/// <summary>Changes settings by keys alone.</summary>
[Collection(DrawingInTurn.Name)]
public sealed class SettingsScreenTests : IDisposable
{
    private readonly SomeClient _game = new();

    public SettingsScreenTests()
    {
        _game.Client.OpenMenu();
        _game.Frames(1);
        _game.Client.Screens.Push(new SettingsScreen(_game.Client.Settings, _game.Window, _game.Consent, _game.Consent.Decide));
        _game.Frames(1);
    }

    private SettingsScreen Screen => (SettingsScreen)_game.Top!;

    private GameSettings Now => _game.Client.Settings.Current;

    public void Dispose() => _game.Dispose();

    [Fact]
    public void Every_option_of_every_page_has_help_and_holds_at_once()
    {
        for (var page = 0; page < 7; page++)
        {
            Assert.NotEmpty(Screen.Widgets);
            Assert.All(Screen.Widgets.Where(widget => widget is not WidgetRow), widget => Assert.NotEmpty(widget.Help));
            _game.Keep($"settings-{page}");
            if (page < 6)
            {
                _game.Press(GlfwKey.Down);
            }
        }

        _game.Press(GlfwKey.Home);
        _game.Press(GlfwKey.Right);
        _game.Press(GlfwKey.Right);
        _game.Press(GlfwKey.Down);
        _game.Press(GlfwKey.Enter);

        Assert.Equal((0.13, true), (Now.Controls.DegreesAPixel, Now.Controls.InvertsY));
        Assert.True(new SettingsFile(_game.Folder.File("settings.json")).Load().Settings.Controls.InvertsY);
    }

    [Fact]
    public void A_page_can_be_made_as_usual_and_leaves_the_others()
    {
        _game.Client.Settings.Change(settings => settings with
        {
            Video = settings.Video with { FieldOfView = 90 },
            Sound = settings.Sound with { Master = 0 },
        });
        Select(2);

        Use("Reset page");

        Assert.Equal(new VideoSettings(), Now.Video);
        Assert.Equal(0, Now.Sound.Master);
    }

    [Fact]
    public void A_key_is_bound_by_pressing_it_and_a_conflict_is_shown()
    {
        Select(1);
        var (jump, sneak) = (Row(GameAction.Jump), Row(GameAction.Sneak));

        Bind(jump, InputEvent.KeyDown(GlfwKey.LeftShift));

        Assert.Equal([Binding.Of(GlfwKey.LeftShift), Binding.Of(GamepadButton.A)], Now.Bindings.Of(GameAction.Jump));
        Assert.True(jump.IsShared && sneak.IsShared);
        Assert.Contains("Sneak", jump.Help, StringComparison.Ordinal);
        _game.Keep("settings-conflict");
        Bind(jump, InputEvent.Wheel(0, 1));
        Assert.Equal("Wheel up, Pad A", jump.Bound);
        Assert.False(sneak.IsShared);
        Bind(jump, InputEvent.Gamepad(GamepadButton.Guide, true));
        Assert.Equal([Binding.WheelUp, Binding.Of(GamepadButton.Guide)], Now.Bindings.Of(GameAction.Jump));
        Bind(jump, InputEvent.KeyDown(GlfwKey.Escape));
        Assert.Equal([Binding.WheelUp, Binding.Of(GamepadButton.Guide)], Now.Bindings.Of(GameAction.Jump));
        _game.Press(GlfwKey.Delete);
        Assert.Empty(Now.Bindings.Of(GameAction.Jump));
        _game.Press(GlfwKey.Right);
        _game.Press(GlfwKey.Enter);
        Assert.Equal(Bindings.Usual.Of(GameAction.Jump), Now.Bindings.Of(GameAction.Jump));
    }

    [Fact]
    public void Escape_always_opens_the_menu()
    {
        Select(1);

        _game.Top!.Focus(Row(GameAction.Menu));
        _game.Press(GlfwKey.Delete);

        Assert.Equal([Binding.Of(GlfwKey.Escape)], Now.Bindings.Of(GameAction.Menu));
    }

    [Fact]
    public void A_key_that_was_bound_works_in_the_session()
    {
        _game.Client.Settings.Change(settings => settings with { Bindings = settings.Bindings.With(GameAction.Menu, Binding.Of(GlfwKey.Escape), Binding.Of(GlfwKey.M)) });
        _game.Play();

        _game.Press(GlfwKey.M);

        Assert.IsType<PauseScreen>(_game.Top);
    }

    [Fact]
    public void Large_text_and_a_large_display_leave_everything_on_the_screen()
    {
        _game.Client.Settings.Change(settings => settings with { Hud = settings.Hud with { TextSize = 2, Scale = 4 } });
        _game.Frames(2);
        _game.Keep("settings-large");

        Assert.All(Screen.Widgets, widget => Assert.True(widget.Bounds.Right <= _game.Window.Size.Width));
        _game.Press(GlfwKey.Escape);
        _game.Keep("menu-large");
        _game.Press(GlfwKey.Enter);
        _game.Until(() => true);
        _game.Frames(30);
        _game.Keep("gallery-large");
    }

    private void Select(int page)
    {
        for (var press = 0; press < page; press++)
        {
            _game.Press(GlfwKey.Down);
        }
    }

    private void Use(string label)
    {
        for (var press = 0; press < 200 && _game.Top!.Focused is not Button; press++)
        {
            _game.Press(GlfwKey.Tab);
        }

        Assert.Equal(label, ((Button)_game.Top!.Focused!).Text);
        _game.Press(GlfwKey.Enter);
    }

    private KeyCapture Row(GameAction action)
    {
        var found = new List<Widget>();
        Screen.Widgets[(int)action].AddFocusable(found);
        return (KeyCapture)found[0];
    }

    private void Bind(KeyCapture row, InputEvent happened)
    {
        _game.Top!.Focus(row);
        _game.Press(GlfwKey.Enter);
        Assert.True(row.IsWaiting);
        _game.Window.Events.Add(happened);
        _game.Frames(1);
    }
}
