using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>The first gamepad that is plugged in, asked once a frame.</summary>
/// <param name="events">Where its changes go.</param>
internal sealed unsafe class GlfwGamepad(InputRing events)
{
    private const int None = -1;

    private readonly GamepadChanges _changes = new(events);
    private int _joystick = None;

    /// <summary>What the gamepad calls itself; null without one.</summary>
    public string? Name { get; private set; }

    /// <summary>Tells what changed since the last time; takes another gamepad if this one is gone.</summary>
    public void Poll()
    {
        if (_joystick == None)
        {
            Find();
        }

        if (_joystick != None)
        {
            Read();
        }
    }

    private void Find()
    {
        for (var joystick = 0; joystick < GlfwValue.Joysticks && _joystick == None; joystick++)
        {
            if (Glfw.JoystickIsGamepad(joystick) != GlfwValue.False)
            {
                _joystick = joystick;
                Name = Marshal.PtrToStringUTF8((nint)Glfw.GetGamepadName(joystick));
            }
        }
    }

    private void Read()
    {
        if (Glfw.GetGamepadState(_joystick, out var state) != GlfwValue.False)
        {
            _changes.Tell(state);
            return;
        }

        (_joystick, Name) = (None, null);
        _changes.TellGone();
    }
}
