using BlockAssist.Game.Hud;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Hud.Widgets;

public sealed class TextFieldTests
{
    private readonly SampleScreen _screen = new();

    public TextFieldTests()
    {
        _screen.Layout(HudArea.For((854, 480), 2));
        _screen.Focus(_screen.Field);
        _screen.Field.Text = "";
    }

    [Fact]
    public void What_is_typed_stands_at_the_caret()
    {
        _screen.Type("house");
        _screen.Press(GlfwKey.Home);
        _screen.Type("A ");
        _screen.Press(GlfwKey.End);
        _screen.Press(GlfwKey.Left);
        _screen.Press(GlfwKey.Backspace);
        _screen.Press(GlfwKey.Delete);
        _screen.Type("ré");

        Assert.Equal("A houré", _screen.Field.Text);
        Assert.Equal(7, _screen.Field.Caret);
    }

    [Fact]
    public void Control_goes_by_words()
    {
        _screen.Type("one two  three");

        _screen.Press(GlfwKey.Left, KeyModifiers.Control);
        Assert.Equal(9, _screen.Field.Caret);
        _screen.Press(GlfwKey.Backspace, KeyModifiers.Control);
        Assert.Equal("one three", _screen.Field.Text);
        _screen.Press(GlfwKey.Home);
        _screen.Press(GlfwKey.Right, KeyModifiers.Control);
        Assert.Equal(4, _screen.Field.Caret);
        _screen.Press(GlfwKey.Delete, KeyModifiers.Control);
        Assert.Equal("one ", _screen.Field.Text);
    }

    [Fact]
    public void Selected_text_is_copied_cut_and_replaced()
    {
        _screen.Type("house");
        _screen.Press(GlfwKey.Left, KeyModifiers.Shift);
        _screen.Press(GlfwKey.Left, KeyModifiers.Shift);
        _screen.Press(GlfwKey.C, KeyModifiers.Control);
        Assert.Equal("se", _screen.Clipboard);
        _screen.Type("r");
        Assert.Equal("hour", _screen.Field.Text);

        _screen.Press(GlfwKey.A, KeyModifiers.Control);
        _screen.Press(GlfwKey.X, KeyModifiers.Control);
        Assert.Equal("", _screen.Field.Text);
        _screen.Press(GlfwKey.V, KeyModifiers.Control);
        _screen.Press(GlfwKey.V, KeyModifiers.Control);
        Assert.Equal("hourhour", _screen.Field.Text);
    }

    [Fact]
    public void No_more_is_taken_than_fits()
    {
        _screen.Type(new string('x', 30));

        Assert.Equal(new string('x', 20), _screen.Field.Text);
    }

    [Fact]
    public void Keys_that_type_are_used_and_those_that_move_on_are_not()
    {
        Assert.True(_screen.Field.Handle(InputEvent.KeyDown(GlfwKey.E)));
        Assert.False(_screen.Field.Handle(InputEvent.KeyDown(GlfwKey.Tab)));
        Assert.False(_screen.Field.Handle(InputEvent.KeyDown(GlfwKey.Escape)));
    }

    [Fact]
    public void A_click_puts_the_caret()
    {
        _screen.Type("HHHH");

        var bounds = _screen.Field.Bounds;
        _screen.Handle(InputEvent.MouseDown(MouseButton.Left, (bounds.X + 5 + 13) * 2, bounds.MiddleY * 2));

        Assert.Equal(2, _screen.Field.Caret);
    }
}
