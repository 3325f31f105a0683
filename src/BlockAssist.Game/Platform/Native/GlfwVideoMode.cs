using System.Runtime.InteropServices;

namespace BlockAssist.Game.Platform.Native;

/// <summary>A picture size and rate of a monitor, as GLFW lays it out.</summary>
/// <param name="Width">In screen coordinates.</param>
/// <param name="Height">In screen coordinates.</param>
/// <param name="RedBits">Bits of red.</param>
/// <param name="GreenBits">Bits of green.</param>
/// <param name="BlueBits">Bits of blue.</param>
/// <param name="RefreshRate">Pictures a second.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct GlfwVideoMode(int Width, int Height, int RedBits, int GreenBits, int BlueBits, int RefreshRate);
