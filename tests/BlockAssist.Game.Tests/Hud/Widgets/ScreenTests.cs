using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Hud.Widgets;

public sealed class ScreenTests
{
    private const int Scale = 2;

    private readonly SampleScreen _screen = Open();

    [Fact]
    public void Tab_goes_through_everything_that_can_be_used_and_round_again()
    {
        var seen = new List<Widget?>();
        for (var press = 0; press < 14; press++)
        {
            _screen.Press(GlfwKey.Tab);
            seen.Add(_screen.Focused);
        }

        Widget[] order = [_screen.Field, _screen.Volume, _screen.Motion, _screen.Colours, _screen.Jump, .. _screen.InPane, _screen.Worlds, _screen.Accept, _screen.Field];
        Assert.Equal(order, seen);
        _screen.Press(GlfwKey.Tab, KeyModifiers.Shift);
        Assert.Equal(_screen.Accept, _screen.Focused);
    }

    [Fact]
    public void Arrows_go_to_the_nearest_on_a_side()
    {
        _screen.Focus(_screen.Field);

        _screen.Press(GlfwKey.Down);
        Assert.Equal(_screen.Volume, _screen.Focused);
        _screen.Press(GlfwKey.Up);
        Assert.Equal(_screen.Field, _screen.Focused);
        _screen.Focus(_screen.InPane[0]);
        _screen.Press(GlfwKey.Right);
        Assert.Equal(_screen.Worlds, _screen.Focused);
        _screen.Press(GlfwKey.Left);
        Assert.NotEqual(_screen.Worlds, _screen.Focused);
    }

    [Fact]
    public void A_gamepad_does_what_the_keys_do()
    {
        _screen.Focus(_screen.Volume);

        _screen.Handle(InputEvent.Gamepad(GamepadButton.Down, true));
        Assert.Equal(_screen.Motion, _screen.Focused);
        _screen.Handle(InputEvent.Gamepad(GamepadButton.A, true));
        _screen.Handle(InputEvent.Gamepad(GamepadAxis.LeftY, 0.9f));
        _screen.Handle(InputEvent.Gamepad(GamepadAxis.LeftY, 1f));
        Assert.Equal(_screen.Colours, _screen.Focused);
        _screen.Handle(InputEvent.Gamepad(GamepadAxis.LeftY, 0f));
        _screen.Handle(InputEvent.Gamepad(GamepadAxis.LeftX, 0.9f));
        _screen.Handle(InputEvent.Gamepad(GamepadButton.RightBumper, true));

        Assert.Equal(_screen.Jump, _screen.Focused);
        Assert.Equal(["motion True", "colours 1"], _screen.Done);
    }

    [Fact]
    public void Buttons_are_used_by_click_enter_and_space_but_not_when_disabled()
    {
        Click(_screen.Accept);
        _screen.Press(GlfwKey.Enter);
        _screen.Press(GlfwKey.Space);
        Click(_screen.Delete);

        Assert.Equal(["accepted", "accepted", "accepted"], _screen.Done);
        Assert.Equal(_screen.Accept, _screen.Focused);
    }

    [Fact]
    public void A_slider_is_stepped_and_dragged()
    {
        _screen.Focus(_screen.Volume);

        _screen.Press(GlfwKey.Right);
        _screen.Press(GlfwKey.End);
        _screen.Press(GlfwKey.Right);
        var bounds = _screen.Volume.Bounds;
        Click(bounds.X + (0.6f * bounds.Width) + 1, bounds.MiddleY);
        _screen.Point(Scale * (bounds.X + 10000), 0);
        _screen.Handle(InputEvent.MouseUp(MouseButton.Left, 0, 0));
        _screen.Point(0, 0);

        Assert.Equal(["volume 75", "volume 100", "volume 0", "volume 100"], _screen.Done);
    }

    [Fact]
    public void A_toggle_goes_on_and_off()
    {
        _screen.Focus(_screen.Motion);

        _screen.Press(GlfwKey.Space);
        _screen.Press(GlfwKey.Right);
        _screen.Press(GlfwKey.Left);

        Assert.Equal(["motion True", "motion False"], _screen.Done);
    }

    [Fact]
    public void A_choice_goes_round()
    {
        _screen.Focus(_screen.Colours);

        _screen.Press(GlfwKey.Left);
        _screen.Press(GlfwKey.Enter);
        Click(_screen.Colours.Bounds.Right - 8, _screen.Colours.Bounds.MiddleY);
        Click(_screen.Colours.Bounds.MiddleX + 4, _screen.Colours.Bounds.MiddleY);

        Assert.Equal(["colours 2", "colours 0", "colours 1", "colours 0"], _screen.Done);
    }

    [Fact]
    public void A_key_is_captured_and_escape_leaves_it_as_it_was()
    {
        _screen.Focus(_screen.Jump);
        _screen.Press(GlfwKey.Enter);
        Assert.True(_screen.Jump.IsWaiting);
        _screen.Press(GlfwKey.Tab);
        _screen.Press(GlfwKey.Enter);
        _screen.Press(GlfwKey.Escape);
        Click(_screen.Jump);
        _screen.Handle(InputEvent.Gamepad(GamepadButton.A, true));
        _screen.Press(GlfwKey.Delete);

        Assert.Equal(["jump KeyDown Tab", $"jump GamepadDown {default(GlfwKey)}", "jump cleared"], _screen.Done);
        Assert.False(_screen.Jump.IsWaiting);
        Assert.Equal(_screen.Jump, _screen.Focused);
    }

    [Fact]
    public void A_list_is_used_by_keys_and_left_at_its_end()
    {
        _screen.Focus(_screen.Worlds);

        _screen.Press(GlfwKey.Down);
        _screen.Press(GlfwKey.PageDown);
        Assert.True(_screen.Worlds.Scrolled == 0 || _screen.Worlds.Selected > 3);
        _screen.Press(GlfwKey.End);
        Assert.Equal(29, _screen.Worlds.Selected);
        Assert.True(_screen.Worlds.Scrolled > 0);
        _screen.Press(GlfwKey.Enter);
        _screen.Press(GlfwKey.Down);

        Assert.Equal(["world 29"], _screen.Done);
        Assert.Equal(_screen.Accept, _screen.Focused);
    }

    [Fact]
    public void A_click_selects_a_row_and_another_chooses_it()
    {
        var row = _screen.Worlds.Bounds.Y + 1 + (2.5f * 14);

        Click(_screen.Worlds.Bounds.X + 10, row);
        Assert.Equal(2, _screen.Worlds.Selected);
        Click(_screen.Worlds.Bounds.X + 10, row);

        Assert.Equal(["world 2"], _screen.Done);
    }

    [Fact]
    public void The_wheel_scrolls_what_is_under_the_pointer()
    {
        Point(_screen.Worlds.Bounds.MiddleX, _screen.Worlds.Bounds.MiddleY);
        _screen.Handle(InputEvent.Wheel(0, -1));
        Assert.Equal(28, _screen.Worlds.Scrolled);
        Assert.Equal(0, _screen.Pane.Scrolled);

        Point(_screen.Jump.Bounds.MiddleX, _screen.Jump.Bounds.MiddleY);
        _screen.Handle(InputEvent.Wheel(0, -1));
        Assert.True(_screen.Pane.Scrolled > 0);
    }

    [Fact]
    public void The_focus_scrolls_a_pane_to_itself()
    {
        _screen.Focus(_screen.InPane[5]);

        Assert.True(_screen.Pane.Bounds.Contains(_screen.InPane[5].Bounds));
        Assert.False(_screen.Pane.Bounds.Contains(_screen.Jump.Bounds));

        _screen.Focus(_screen.Jump);
        Assert.True(_screen.Pane.Bounds.Contains(_screen.Jump.Bounds));
    }

    [Fact]
    public void What_is_scrolled_away_is_not_clicked()
    {
        var hidden = _screen.InPane[5].Bounds;
        Assert.False(_screen.Pane.Bounds.Contains(hidden.MiddleX, hidden.MiddleY));

        Click(hidden.MiddleX, hidden.MiddleY);

        Assert.Empty(_screen.Done);
    }

    private static SampleScreen Open()
    {
        var screen = new SampleScreen();
        screen.Layout(HudArea.For((854, 480), Scale));
        return screen;
    }

    private void Point(float x, float y) => _screen.Point(x * Scale, y * Scale);

    private void Click(Widget widget) => Click(widget.Bounds.MiddleX, widget.Bounds.MiddleY);

    private void Click(float x, float y) => _screen.Handle(InputEvent.MouseDown(MouseButton.Left, x * Scale, y * Scale));
}
