using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>What a gamepad's buttons and axes are at, as GLFW lays it out.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct GlfwGamepadState
{
    /// <summary>How many buttons a gamepad has.</summary>
    public const int ButtonCount = 15;

    /// <summary>How many axes a gamepad has: two sticks of two, then two triggers.</summary>
    public const int AxisCount = 6;

    /// <summary>1 for each button that is down, in the order of <see cref="GamepadButton"/>.</summary>
    public fixed byte Buttons[ButtonCount];

    /// <summary>Where each axis is, −1 to 1, in the order of <see cref="GamepadAxis"/>; a trigger at rest is at −1.</summary>
    public fixed float Axes[AxisCount];
}
