namespace BlockAssist.Game.Platform;

/// <summary>The game's window: where it is seen and played.</summary>
/// <remarks>For the main thread only. A frame is: <see cref="Poll"/>, take all <see cref="Events"/>, draw, <see cref="IGlContext.Present"/>.</remarks>
public interface IGameWindow : IGlContext
{
    /// <summary>What happened and was not looked at yet.</summary>
    InputRing Events { get; }

    /// <summary>How much larger than on a plain monitor text and buttons should be; 1 on a plain one.</summary>
    float Scale { get; }

    /// <summary>Whether the window has the input focus.</summary>
    bool Focused { get; }

    /// <summary>Whether the window is minimized: nothing need be drawn.</summary>
    bool Minimized { get; }

    /// <summary>Whether the window should close. The game may say no by setting it back.</summary>
    bool Closing { get; set; }

    /// <summary>Whether the window fills the monitor. Where there is no monitor, setting it does nothing.</summary>
    bool Fullscreen { get; set; }

    /// <summary>Whether the cursor is held and hidden; see <see cref="CaptureCursor"/>.</summary>
    bool CursorCaptured { get; }

    /// <summary>Where the pointer is, in pixels from the top left corner; where it was last seen while the cursor is captured.</summary>
    (float X, float Y) PointerAt { get; }

    /// <summary>The text of the clipboard; empty if it holds none.</summary>
    string Clipboard { get; set; }

    /// <summary>What the gamepad calls itself; null without one.</summary>
    string? GamepadName { get; }

    /// <summary>Teaches the window the buttons of more gamepads.</summary>
    /// <param name="mappings">Lines as those of SDL's gamecontrollerdb.txt.</param>
    /// <returns>Whether all lines were understood.</returns>
    bool TryLearnGamepads(string mappings);

    /// <summary>Sets what stands in the title bar.</summary>
    void SetTitle(string title);

    /// <summary>Sets whether a picture waits for the monitor.</summary>
    void SetVerticalSync(bool enabled);

    /// <summary>Adds to <see cref="Events"/> what has happened.</summary>
    void Poll();

    /// <summary>Waits until something happens, but not longer than a time, then polls: for a window that shows nothing new.</summary>
    void Wait(TimeSpan longest);

    /// <summary>Hides and holds the cursor, so that the mouse can turn the view without end.</summary>
    void CaptureCursor();

    /// <summary>Shows the cursor and lets it go.</summary>
    void ReleaseCursor();

    /// <summary>Asks for the input focus.</summary>
    void Focus();

    /// <summary>Minimizes the window.</summary>
    void Minimize();

    /// <summary>Undoes <see cref="Minimize"/>.</summary>
    void Restore();

    /// <summary>What is printed on a key of this keyboard, to show to the person; the key's name if nothing is.</summary>
    string LabelOf(GlfwKey key);
}
