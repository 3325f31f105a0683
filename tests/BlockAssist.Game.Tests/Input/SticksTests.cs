using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Input;

public sealed class SticksTests
{
    private readonly Sticks _sticks = new();

    [Fact]
    public void A_thumb_that_rests_moves_nothing()
    {
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.LeftX, 0.15f));
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.RightY, -0.17f));

        Assert.Equal((0, 0, 0, 0), (_sticks.Right, _sticks.Forward, _sticks.TurnRight, _sticks.TurnDown));
    }

    [Fact]
    public void A_stick_at_its_rim_goes_all_the_way_and_up_is_forward()
    {
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.LeftX, 1));
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.LeftY, -1));
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.RightX, -1));

        Assert.Equal((1, 1, -1), (_sticks.Right, _sticks.Forward, _sticks.TurnRight));
    }

    [Fact]
    public void The_view_turns_finely_near_the_middle()
    {
        _sticks.Handle(InputEvent.Gamepad(GamepadAxis.RightX, 0.5f));

        Assert.InRange(_sticks.TurnRight, 0.05f, 0.25f);
    }

    [Fact]
    public void A_trigger_is_pressed_once_on_its_way_down_and_let_go_once()
    {
        var told = new List<InputEvent>();
        foreach (var value in (ReadOnlySpan<float>)[0.2f, 0.6f, 0.9f, 0.7f, 0.3f, 0.1f])
        {
            if (_sticks.Handle(InputEvent.Gamepad(GamepadAxis.RightTrigger, value)) is { } button)
            {
                told.Add(button);
            }
        }

        Assert.Equal([InputEvent.MouseDown(MouseButton.Right, 0, 0), InputEvent.MouseUp(MouseButton.Right, 0, 0)], told);
    }
}
