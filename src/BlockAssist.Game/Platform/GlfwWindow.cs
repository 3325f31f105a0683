using System.Runtime.InteropServices;
using BlockAssist.Game.Platform.Native;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>The window by GLFW, with an OpenGL 3.3 core context that is current on the thread that opened it.</summary>
/// <remarks>One at a time: closing it ends GLFW.</remarks>
public sealed unsafe class GlfwWindow : IGameWindow
{
    private readonly nint _window;
    private readonly GlfwInput _input;
    private readonly GlfwGamepad _gamepad;
    private readonly GlfwFullscreen _fullscreen;
    private readonly GCHandle _handle;
    private bool _closed;

    private GlfwWindow(nint window)
    {
        _window = window;
        _input = new GlfwInput(Events);
        _gamepad = new GlfwGamepad(Events);
        _fullscreen = new GlfwFullscreen(window);
        _handle = GCHandle.Alloc(_input);
        GlfwCallbacks.Register(window, _handle);
        ReadMouseRaw();
        FollowCursor(captured: false);
        Gl = GL.GetApi(Glfw.GetProcAddress);
    }

    /// <inheritdoc/>
    public GL Gl { get; }

    /// <inheritdoc/>
    public uint Framebuffer => 0;

    /// <inheritdoc/>
    public InputRing Events { get; } = new();

    /// <inheritdoc/>
    public (int Width, int Height) Size
    {
        get
        {
            Glfw.GetFramebufferSize(_window, out var width, out var height);
            return (width, height);
        }
    }

    /// <inheritdoc/>
    public float Scale
    {
        get
        {
            Glfw.GetWindowContentScale(_window, out var x, out var y);
            return Math.Max(x, y);
        }
    }

    /// <inheritdoc/>
    public bool Focused => Glfw.GetWindowAttrib(_window, GlfwHint.Focused) != GlfwValue.False;

    /// <inheritdoc/>
    public bool Minimized => Glfw.GetWindowAttrib(_window, GlfwHint.Iconified) != GlfwValue.False;

    /// <inheritdoc/>
    public bool Closing
    {
        get => Glfw.WindowShouldClose(_window) != GlfwValue.False;
        set => Glfw.SetWindowShouldClose(_window, value ? GlfwValue.True : GlfwValue.False);
    }

    /// <inheritdoc/>
    public bool Fullscreen
    {
        get => _fullscreen.IsOn;
        set
        {
            if (value)
            {
                _fullscreen.Enter();
            }
            else
            {
                _fullscreen.Leave();
            }
        }
    }

    /// <inheritdoc/>
    public bool CursorCaptured => _input.Captured;

    /// <inheritdoc/>
    public (float X, float Y) PointerAt => _input.PointerAt;

    /// <inheritdoc/>
    public string Clipboard
    {
        get => Marshal.PtrToStringUTF8((nint)Glfw.GetClipboardString(_window)) ?? "";
        set => Glfw.SetClipboardString(_window, value);
    }

    /// <inheritdoc/>
    public string? GamepadName => _gamepad.Name;

    /// <summary>Opens the window.</summary>
    /// <exception cref="PlatformException">GLFW is not installed, there is no display, or no OpenGL 3.3; the message says which.</exception>
    public static GlfwWindow Open(GameWindowOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        GlibcMemory.KeepFreed();
        GlfwOpening.Start();
        GlfwWindow? window = null;
        try
        {
            window = new GlfwWindow(GlfwOpening.Open(options)) { Fullscreen = options.Fullscreen };
            GlRequirement.Check(window.Gl);
            window.SetVerticalSync(options.VerticalSync);
            return window;
        }
        catch (PlatformException)
        {
            window?.Dispose();
            Glfw.Terminate();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool TryLearnGamepads(string mappings) => Glfw.UpdateGamepadMappings(mappings) != GlfwValue.False;

    /// <inheritdoc/>
    public void SetTitle(string title) => Glfw.SetWindowTitle(_window, title);

    /// <inheritdoc/>
    public void SetVerticalSync(bool enabled) => Glfw.SwapInterval(enabled ? 1 : 0);

    /// <inheritdoc/>
    public void Poll()
    {
        FollowPixelScale();
        Glfw.PollEvents();
        _gamepad.Poll();
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan longest)
    {
        FollowPixelScale();
        Glfw.WaitEventsTimeout(longest.TotalSeconds);
        _gamepad.Poll();
    }

    /// <inheritdoc/>
    public void CaptureCursor()
    {
        if (!CursorCaptured)
        {
            Glfw.SetInputMode(_window, GlfwInputMode.Cursor, GlfwValue.CursorDisabled);
            FollowCursor(captured: true);
            // It is put into the middle of the window, of which some displays tell as of a motion.
            _input.IsMovedByOthers = true;
            Glfw.PollEvents();
            _input.IsMovedByOthers = false;
        }
    }

    /// <inheritdoc/>
    public void ReleaseCursor()
    {
        if (CursorCaptured)
        {
            Glfw.SetInputMode(_window, GlfwInputMode.Cursor, GlfwValue.CursorNormal);
            FollowCursor(captured: false);
        }
    }

    /// <inheritdoc/>
    public void Focus() => Glfw.FocusWindow(_window);

    /// <inheritdoc/>
    public void Minimize() => Glfw.IconifyWindow(_window);

    /// <inheritdoc/>
    public void Restore() => Glfw.RestoreWindow(_window);

    /// <inheritdoc/>
    public string LabelOf(GlfwKey key) =>
        key != GlfwKey.Unknown && Marshal.PtrToStringUTF8((nint)Glfw.GetKeyName((int)key, scanCode: 0)) is { Length: > 0 } label ? label : $"{key}";

    /// <inheritdoc/>
    public void ReadPixels(Span<byte> rgba) => FramePixels.Read(Gl, Framebuffer, Size, rgba);

    /// <inheritdoc/>
    public void Present() => Glfw.SwapBuffers(_window);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            Gl.Dispose();
            Glfw.DestroyWindow(_window);
            _handle.Free();
            Glfw.Terminate();
        }
    }

    // Of use only while the cursor is captured; GLFW knows that.
    private void ReadMouseRaw()
    {
        if (Glfw.RawMouseMotionSupported() != GlfwValue.False)
        {
            Glfw.SetInputMode(_window, GlfwInputMode.RawMouseMotion, GlfwValue.True);
        }
    }

    private void FollowCursor(bool captured)
    {
        FollowPixelScale();
        Glfw.GetCursorPos(_window, out var x, out var y);
        _input.StartFrom(x, y, captured);
    }

    private void FollowPixelScale()
    {
        Glfw.GetWindowSize(_window, out var width, out _);
        _input.PixelScale = width == 0 ? 1 : (float)Size.Width / width;
    }
}
