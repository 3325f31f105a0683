namespace BlockAssist.Game.Platform.Native;

/// <summary>Fills the first monitor with a window, and puts it back where it was.</summary>
/// <param name="window">The window.</param>
internal sealed unsafe class GlfwFullscreen(nint window)
{
    private (int X, int Y, int Width, int Height) _before;

    /// <summary>Whether the window fills the monitor.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Fills the monitor at the size it shows now; without a monitor nothing happens.</summary>
    public void Enter()
    {
        var monitor = Glfw.GetPrimaryMonitor();
        var mode = monitor == 0 ? null : Glfw.GetVideoMode(monitor);
        if (IsOn || mode is null)
        {
            return;
        }

        Glfw.GetWindowPos(window, out var x, out var y);
        Glfw.GetWindowSize(window, out var width, out var height);
        _before = (x, y, width, height);
        Glfw.SetWindowMonitor(window, monitor, 0, 0, mode->Width, mode->Height, mode->RefreshRate);
        IsOn = true;
    }

    /// <summary>Makes it a window again.</summary>
    public void Leave()
    {
        if (IsOn)
        {
            Glfw.SetWindowMonitor(window, 0, _before.X, _before.Y, _before.Width, _before.Height, GlfwValue.DontCare);
            IsOn = false;
        }
    }
}
