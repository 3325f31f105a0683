using BlockAssist.Game.Platform;
using BlockAssist.Game.Platform.Native;

namespace BlockAssist.Game.Tests.Platform.Native;

public sealed unsafe class GamepadChangesTests
{
    private readonly InputRing _events = new();
    private readonly GamepadChanges _changes;

    public GamepadChangesTests() => _changes = new GamepadChanges(_events);

    [Fact]
    public void A_gamepad_at_rest_tells_nothing()
    {
        _changes.Tell(Resting());

        Assert.Equal(0, _events.Count);
    }

    [Fact]
    public void Only_what_changed_is_told()
    {
        var state = Resting();
        state.Buttons[(int)GamepadButton.X] = 1;
        state.Axes[(int)GamepadAxis.LeftX] = -1;
        state.Axes[(int)GamepadAxis.RightTrigger] = 1;

        _changes.Tell(state);
        _changes.Tell(state);

        Assert.Equal(
            [InputEvent.Gamepad(GamepadButton.X, down: true), InputEvent.Gamepad(GamepadAxis.LeftX, -1), InputEvent.Gamepad(GamepadAxis.RightTrigger, 1)],
            Drain());
    }

    [Fact]
    public void The_trembling_of_a_stick_is_not_told()
    {
        var state = Resting();
        state.Axes[(int)GamepadAxis.LeftY] = 0.002f;

        _changes.Tell(state);

        Assert.Equal(0, _events.Count);
    }

    [Fact]
    public void A_gamepad_that_is_pulled_out_lets_go_of_everything()
    {
        var state = Resting();
        state.Buttons[(int)GamepadButton.A] = 1;
        state.Axes[(int)GamepadAxis.LeftTrigger] = 0.5f;
        _changes.Tell(state);
        _events.Clear();

        _changes.TellGone();

        Assert.Equal([InputEvent.Gamepad(GamepadButton.A, down: false), InputEvent.Gamepad(GamepadAxis.LeftTrigger, 0)], Drain());
    }

    private static GlfwGamepadState Resting()
    {
        var state = default(GlfwGamepadState);
        state.Axes[(int)GamepadAxis.LeftTrigger] = -1;
        state.Axes[(int)GamepadAxis.RightTrigger] = -1;
        return state;
    }

    private List<InputEvent> Drain()
    {
        var taken = new List<InputEvent>();
        while (_events.TryTake(out var happened))
        {
            taken.Add(happened);
        }

        return taken;
    }
}
