namespace BlockAssist.Game.Platform.Native;

/// <summary>Turns what GLFW tells into events, and follows the cursor.</summary>
/// <param name="events">Where they go.</param>
internal sealed class GlfwInput(InputRing events)
{
    private double _x;
    private double _y;

    /// <summary>Whether the cursor is held, so that its way is the mouse's and the pointer stays where it was.</summary>
    public bool Captured { get; private set; }

    /// <summary>Whether the cursor was put somewhere by GLFW, and not by a hand: its way is followed, but is no motion.</summary>
    public bool IsMovedByOthers { get; set; }

    /// <summary>Pixels of the frame buffer for one screen coordinate.</summary>
    public float PixelScale { get; set; } = 1;

    /// <summary>Where the pointer is, in pixels from the top left corner.</summary>
    public (float X, float Y) PointerAt { get; private set; }

    /// <summary>The way of the mouse starts here; to be said after the cursor was captured or let go, or its first motion is wrong or lost.</summary>
    /// <param name="x">Where GLFW says that the cursor is.</param>
    /// <param name="y">The same, downwards.</param>
    /// <param name="captured">Whether the cursor is held from now on.</param>
    public void StartFrom(double x, double y, bool captured)
    {
        (_x, _y, Captured) = (x, y, captured);
        FollowPointer();
    }

    /// <summary>A key changed.</summary>
    public void Key(int key, int scanCode, int action, KeyModifiers modifiers)
    {
        var named = key < 0 ? GlfwKey.Unknown : (GlfwKey)key;
        events.Add(action switch
        {
            GlfwValue.Release => InputEvent.KeyUp(named, modifiers, scanCode),
            GlfwValue.Press => InputEvent.KeyDown(named, modifiers, scanCode),
            _ => InputEvent.KeyRepeat(named, modifiers, scanCode),
        });
    }

    /// <summary>A character was typed.</summary>
    public void Character(uint codePoint) => events.Add(InputEvent.Character((int)codePoint));

    /// <summary>A mouse button changed.</summary>
    public void MouseButton(MouseButton button, int action, KeyModifiers modifiers) => events.Add(action == GlfwValue.Release
        ? InputEvent.MouseUp(button, PointerAt.X, PointerAt.Y, modifiers)
        : InputEvent.MouseDown(button, PointerAt.X, PointerAt.Y, modifiers));

    /// <summary>The wheel was turned.</summary>
    public void Scroll(double x, double y) => events.Add(InputEvent.Wheel((float)x, (float)y));

    /// <summary>The cursor is somewhere else.</summary>
    public void Cursor(double x, double y)
    {
        if (!IsMovedByOthers)
        {
            events.Add(InputEvent.Motion((float)(x - _x), (float)(y - _y)));
        }

        (_x, _y) = (x, y);
        FollowPointer();
    }

    /// <summary>The input focus came or went.</summary>
    public void Focus(bool focused) => events.Add(InputEvent.Focus(focused));

    /// <summary>The frame buffer has a new size in pixels.</summary>
    public void Resize(int width, int height) => events.Add(InputEvent.Resize(width, height));

    /// <summary>Somebody wants the window closed.</summary>
    public void Close() => events.Add(InputEvent.Close());

    /// <summary>Files were dropped.</summary>
    public void Drop(IReadOnlyList<string> files) => events.Add(InputEvent.FilesDropped(files));

    private void FollowPointer()
    {
        if (!Captured)
        {
            PointerAt = ((float)_x * PixelScale, (float)_y * PixelScale);
        }
    }
}
