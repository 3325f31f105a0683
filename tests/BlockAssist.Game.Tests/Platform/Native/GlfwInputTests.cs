using BlockAssist.Game.Platform;
using BlockAssist.Game.Platform.Native;

namespace BlockAssist.Game.Tests.Platform.Native;

public sealed class GlfwInputTests
{
    private readonly InputRing _events = new();
    private readonly GlfwInput _input;

    public GlfwInputTests() => _input = new GlfwInput(_events);

    [Fact]
    public void The_first_motion_after_a_capture_counts_from_where_the_cursor_was_then()
    {
        _input.StartFrom(400, 300, captured: true);

        _input.Cursor(403, 298);

        Assert.Equal(InputEvent.Motion(3, -2), Next());
    }

    [Fact]
    public void The_pointer_stays_where_it_was_while_the_cursor_is_captured()
    {
        _input.StartFrom(10, 20, captured: false);
        _input.StartFrom(10, 20, captured: true);

        _input.Cursor(5000, 5000);

        Assert.Equal((10f, 20f), _input.PointerAt);
    }

    [Fact]
    public void The_pointer_is_told_in_pixels()
    {
        _input.PixelScale = 2;
        _input.StartFrom(0, 0, captured: false);

        _input.Cursor(15, 25);

        Assert.Equal((30f, 50f), _input.PointerAt);
        Assert.Equal(InputEvent.Motion(15, 25), Next());
    }

    [Fact]
    public void A_button_is_told_with_the_place_of_the_pointer()
    {
        _input.StartFrom(7, 8, captured: false);

        _input.MouseButton(MouseButton.Left, GlfwValue.Press, KeyModifiers.Alt);
        _input.MouseButton(MouseButton.Left, GlfwValue.Release, KeyModifiers.None);

        Assert.Equal(InputEvent.MouseDown(MouseButton.Left, 7, 8, KeyModifiers.Alt), Next());
        Assert.Equal(InputEvent.MouseUp(MouseButton.Left, 7, 8), Next());
    }

    [Theory]
    [InlineData(GlfwValue.Press, InputEventKind.KeyDown)]
    [InlineData(2, InputEventKind.KeyRepeat)]
    [InlineData(GlfwValue.Release, InputEventKind.KeyUp)]
    public void A_key_goes_down_is_repeated_and_comes_up(int action, InputEventKind kind)
    {
        _input.Key((int)GlfwKey.F3, 69, action, KeyModifiers.Control);

        var told = Next();
        Assert.Equal((kind, GlfwKey.F3, 69, KeyModifiers.Control), (told.Kind, told.Key, told.ScanCode, told.Modifiers));
    }

    [Fact]
    public void A_key_without_a_name_keeps_its_scan_code()
    {
        _input.Key(-1, 190, GlfwValue.Press, KeyModifiers.None);

        var told = Next();
        Assert.Equal((GlfwKey.Unknown, 190), (told.Key, told.ScanCode));
    }

    private InputEvent Next()
    {
        Assert.True(_events.TryTake(out var happened));
        return happened;
    }
}
