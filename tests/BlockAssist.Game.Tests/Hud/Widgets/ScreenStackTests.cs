using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Hud.Widgets;

public sealed class ScreenStackTests
{
    private readonly ScreenStack _stack = new();

    public ScreenStackTests() => _stack.Layout(HudArea.For((854, 480), 2));

    [Fact]
    public void Without_a_screen_everything_goes_to_the_world()
    {
        Assert.False(_stack.Handle(InputEvent.MouseDown(MouseButton.Left, 5, 5)));
        Assert.Null(_stack.Top);
    }

    [Fact]
    public void A_screen_eats_what_is_pressed_moved_and_typed_even_where_it_is_empty()
    {
        _stack.Push(new SampleScreen());

        Assert.True(_stack.Handle(InputEvent.MouseDown(MouseButton.Right, 1, 1)));
        Assert.True(_stack.Handle(InputEvent.KeyDown(GlfwKey.F9)));
        Assert.True(_stack.Handle(InputEvent.Motion(5, 5)));
        Assert.True(_stack.Handle(InputEvent.Wheel(0, 1)));
        Assert.True(_stack.Handle(InputEvent.Character('w')));
        Assert.True(_stack.Handle(InputEvent.Gamepad(GamepadButton.X, true)));
    }

    [Fact]
    public void What_comes_up_and_what_the_window_says_goes_on()
    {
        _stack.Push(new SampleScreen());

        Assert.False(_stack.Handle(InputEvent.KeyUp(GlfwKey.W)));
        Assert.False(_stack.Handle(InputEvent.MouseUp(MouseButton.Left, 1, 1)));
        Assert.False(_stack.Handle(InputEvent.Gamepad(GamepadButton.X, false)));
        Assert.False(_stack.Handle(InputEvent.Resize(100, 100)));
        Assert.False(_stack.Handle(InputEvent.Close()));
        Assert.False(_stack.Handle(InputEvent.Focus(false)));
    }

    [Fact]
    public void Escape_closes_the_top_screen_and_is_eaten()
    {
        var (lower, upper) = (new SampleScreen(), new SampleScreen());
        _stack.Push(lower);
        _stack.Push(upper);

        Assert.True(_stack.Handle(InputEvent.KeyDown(GlfwKey.Escape)));
        Assert.Equal(lower, _stack.Top);
        Assert.True(_stack.Handle(InputEvent.Gamepad(GamepadButton.B, true)));
        Assert.Equal(0, _stack.Count);
        Assert.False(_stack.Handle(InputEvent.KeyDown(GlfwKey.Escape)));
    }

    [Fact]
    public void The_sign_of_the_key_that_opened_a_screen_is_dropped()
    {
        var screen = new SampleScreen();
        screen.Field.Text = "";
        _stack.Push(screen);

        _stack.Handle(InputEvent.Character('t'));
        _stack.Handle(InputEvent.KeyDown(GlfwKey.T));
        _stack.Handle(InputEvent.Character('t'));

        Assert.Equal("t", screen.Field.Text);
    }

    [Fact]
    public void A_sign_that_does_not_follow_the_opening_is_kept()
    {
        var screen = new SampleScreen();
        screen.Field.Text = "";
        _stack.Push(screen);

        _stack.Handle(InputEvent.KeyDown(GlfwKey.H));
        _stack.Handle(InputEvent.Character('h'));

        Assert.Equal("h", screen.Field.Text);
    }

    [Fact]
    public void A_screen_that_lets_through_eats_only_what_it_uses()
    {
        var screen = new SampleScreen { LetsThrough = true };
        _stack.Push(screen);
        var accept = screen.Accept.Bounds;

        Assert.True(_stack.Handle(InputEvent.MouseDown(MouseButton.Left, accept.MiddleX * 2, accept.MiddleY * 2)));
        Assert.False(_stack.Handle(InputEvent.MouseDown(MouseButton.Left, 1, 1)));
    }

    [Fact]
    public void Only_a_dialog_lets_the_screen_under_it_be_seen()
    {
        var batch = new HudBatch(SampleHud.Atlas);
        _stack.Push(new SampleScreen());
        var one = Count();
        _stack.Push(new SampleScreen());
        Assert.Equal(one, Count());
        _stack.Push(new SampleScreen { IsAsking = true });
        Assert.Equal(2 * one, Count());

        int Count()
        {
            batch.Begin(HudArea.For((854, 480), 2), HudTheme.Usual with { ReducedMotion = true }, 0);
            _stack.Draw(batch);
            return batch.Quads.Count;
        }
    }

    [Fact]
    public void What_was_put_aside_is_as_if_closed_until_it_is_taken_up_as_it_was()
    {
        var (lower, upper) = (new SampleScreen(), new SampleScreen());
        _stack.Push(lower);
        _stack.Push(upper);
        upper.Focus(upper.Volume);

        _stack.PutAside();
        Assert.Equal((0, null, false), (_stack.Count, _stack.Top, _stack.StopsTime));
        Assert.False(_stack.Handle(InputEvent.KeyDown(GlfwKey.Escape)));
        _stack.Layout(HudArea.For((1280, 720), 2));
        _stack.TakeUp();

        Assert.Equal((2, upper, upper.Volume), (_stack.Count, _stack.Top, upper.Focused));
        Assert.True(upper.Worlds.Bounds.Right > 600);
        _stack.PutAside();
        _stack.Clear();
        _stack.TakeUp();
        Assert.Equal(0, _stack.Count);
    }

    [Fact]
    public void It_tells_of_controls_that_are_used_and_of_nothing_else()
    {
        var told = 0;
        var screen = new SampleScreen();
        _stack.Activated += () => told++;
        _stack.Push(screen);

        foreach (var widget in (Widget[])[screen.Accept, screen.Motion, screen.Colours, screen.Volume, screen.Jump, screen.InPane[0]])
        {
            var before = told;
            Click(widget.Bounds.MiddleX, widget.Bounds.MiddleY);
            Assert.Equal(before + 1, told);
            _stack.Handle(InputEvent.MouseUp(MouseButton.Left, 0, 0));
        }

        told = 0;
        Click(1, 1);
        Click(screen.Delete.Bounds.MiddleX, screen.Delete.Bounds.MiddleY);
        Click(screen.Field.Bounds.MiddleX, screen.Field.Bounds.MiddleY);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Enter));
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Tab));
        Assert.Equal(0, told);
    }

    [Fact]
    public void It_tells_of_a_value_that_keys_change_and_not_of_one_that_stays()
    {
        var told = 0;
        var screen = new SampleScreen();
        _stack.Activated += () => told++;
        _stack.Push(screen);

        screen.Focus(screen.Volume);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.End));
        Assert.Equal(1, told);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Right));
        screen.Focus(screen.Motion);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Left));
        Assert.Equal(1, told);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Right));
        _stack.Handle(InputEvent.Gamepad(GamepadButton.A, true));
        Assert.Equal(3, told);
    }

    [Fact]
    public void A_text_field_claims_what_is_typed_and_a_waiting_binding_everything()
    {
        var screen = new SampleScreen();
        Assert.False(_stack.Claims(InputEvent.KeyDown(GlfwKey.G)));
        _stack.Push(screen);

        Assert.True(_stack.Claims(InputEvent.KeyDown(GlfwKey.G)));
        Assert.True(_stack.Claims(InputEvent.KeyDown(GlfwKey.Keypad5)));
        Assert.False(_stack.Claims(InputEvent.KeyDown(GlfwKey.F11)));
        screen.Focus(screen.Volume);
        Assert.False(_stack.Claims(InputEvent.KeyDown(GlfwKey.G)));
        Assert.True(_stack.Claims(InputEvent.MouseDown(MouseButton.Middle, 1, 1)));
        screen.Focus(screen.Jump);
        _stack.Handle(InputEvent.KeyDown(GlfwKey.Enter));
        Assert.True(_stack.Claims(InputEvent.KeyDown(GlfwKey.F11)));
    }

    [Fact]
    public void A_screen_that_comes_back_still_has_its_focus()
    {
        var screen = new SampleScreen();
        _stack.Push(screen);
        Assert.Equal(screen.Field, screen.Focused);
        screen.Focus(screen.Volume);
        _stack.Push(new SampleScreen());

        _stack.Pop();

        Assert.Equal(screen.Volume, _stack.Top?.Focused);
        _stack.Clear();
        Assert.Equal(0, _stack.Count);
    }

    private void Click(float x, float y) => _stack.Handle(InputEvent.MouseDown(MouseButton.Left, 2 * x, 2 * y));
}
