namespace BlockAssist.Game.Platform.Native;

/// <summary>Tells what changed at a gamepad since the last frame: GLFW has no callbacks for it.</summary>
/// <param name="events">Where the changes go.</param>
internal sealed unsafe class GamepadChanges(InputRing events)
{
    // Sticks tremble by about one of their 128 or more steps a side.
    private const float Tremble = 1f / 256;

    private readonly bool[] _buttons = new bool[GlfwGamepadState.ButtonCount];
    private readonly float[] _axes = new float[GlfwGamepadState.AxisCount];

    /// <summary>Compares a state with the last one told.</summary>
    public void Tell(in GlfwGamepadState state)
    {
        for (var i = 0; i < _buttons.Length; i++)
        {
            Tell((GamepadButton)i, state.Buttons[i] != GlfwValue.Release);
        }

        for (var i = 0; i < _axes.Length; i++)
        {
            var axis = (GamepadAxis)i;
            Tell(axis, axis < GamepadAxis.LeftTrigger ? state.Axes[i] : (state.Axes[i] + 1) / 2);
        }
    }

    /// <summary>The gamepad is gone: lets go of all that was held.</summary>
    public void TellGone()
    {
        for (var i = 0; i < _buttons.Length; i++)
        {
            Tell((GamepadButton)i, down: false);
        }

        for (var i = 0; i < _axes.Length; i++)
        {
            Tell((GamepadAxis)i, 0);
        }
    }

    private void Tell(GamepadButton button, bool down)
    {
        if (_buttons[(int)button] != down)
        {
            _buttons[(int)button] = down;
            events.Add(InputEvent.Gamepad(button, down));
        }
    }

    // The ends and the middle are always told exactly, however small the last step to them.
    private void Tell(GamepadAxis axis, float value)
    {
        ref var last = ref _axes[(int)axis];
        if (value != last && (Math.Abs(value - last) > Tremble || value is -1 or 0 or 1))
        {
            last = value;
            events.Add(InputEvent.Gamepad(axis, value));
        }
    }
}
