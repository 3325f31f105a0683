using Silk.NET.OpenGL;

namespace BlockAssist.Game.Platform;

/// <summary>A window that nobody sees: it draws into memory, and what happens at it is what the program adds to <see cref="Events"/>.</summary>
/// <remarks>For tests of the game and for films of it. Closing it closes its context.</remarks>
/// <param name="context">What it draws with.</param>
public sealed class OffscreenWindow(OffscreenContext context) : IGameWindow
{
    /// <inheritdoc/>
    public GL Gl => context.Gl;

    /// <inheritdoc/>
    public uint Framebuffer => context.Framebuffer;

    /// <inheritdoc/>
    public (int Width, int Height) Size => context.Size;

    /// <inheritdoc/>
    public InputRing Events { get; } = new();

    /// <inheritdoc/>
    public float Scale { get; set; } = 1;

    /// <inheritdoc/>
    public bool Focused => !Minimized;

    /// <inheritdoc/>
    public bool Minimized { get; private set; }

    /// <inheritdoc/>
    public bool Closing { get; set; }

    /// <inheritdoc/>
    public bool Fullscreen { get; set; }

    /// <inheritdoc/>
    public bool CursorCaptured { get; private set; }

    /// <inheritdoc/>
    public (float X, float Y) PointerAt { get; set; }

    /// <inheritdoc/>
    public string Clipboard { get; set; } = "";

    /// <inheritdoc/>
    public string? GamepadName => null;

    /// <summary>What would stand in the title bar.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Gives the window another size in pixels, as a person who drags its corner.</summary>
    public void Resize(int width, int height)
    {
        context.Target.Resize(width, height);
        Events.Add(InputEvent.Resize(width, height));
    }

    /// <inheritdoc/>
    public bool TryLearnGamepads(string mappings) => true;

    /// <inheritdoc/>
    public void SetTitle(string title) => Title = title;

    /// <inheritdoc/>
    public void SetVerticalSync(bool enabled)
    {
    }

    /// <inheritdoc/>
    public void Poll()
    {
    }

    /// <inheritdoc/>
    public void Wait(TimeSpan longest)
    {
    }

    /// <inheritdoc/>
    public void CaptureCursor() => CursorCaptured = true;

    /// <inheritdoc/>
    public void ReleaseCursor() => CursorCaptured = false;

    /// <inheritdoc/>
    public void Focus() => Minimized = false;

    /// <inheritdoc/>
    public void Minimize() => Minimized = true;

    /// <inheritdoc/>
    public void Restore() => Minimized = false;

    /// <inheritdoc/>
    public string LabelOf(GlfwKey key) => $"{key}";

    /// <inheritdoc/>
    public void ReadPixels(Span<byte> rgba) => context.ReadPixels(rgba);

    /// <inheritdoc/>
    public void Present() => context.Present();

    /// <inheritdoc/>
    public void Dispose() => context.Dispose();
}
