using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Play;

/// <summary>Keeps the window as what is seen in it needs it: the cursor held or free, the focus, as many frames as are of use.</summary>
/// <param name="window">The window.</param>
/// <param name="frames">Says when the next frame is due.</param>
internal sealed class WindowUpkeep(IGameWindow window, FrameClock frames)
{
    // Nothing moves fast behind a menu.
    private const int MenuFrames = 30;

    private VideoSettings _settings = new();
    private bool _askedForFocus;

    /// <summary>Takes on other settings.</summary>
    public void Apply(VideoSettings settings)
    {
        _settings = settings;
        window.SetVerticalSync(settings.VerticalSync);
        window.Fullscreen = settings.Fullscreen;
    }

    /// <summary>Follows what is seen, once a frame.</summary>
    /// <param name="holdsCursor">Whether the mouse turns the view.</param>
    /// <param name="stands">Whether time stands still, as in a menu.</param>
    public void Follow(bool holdsCursor, bool stands)
    {
        if (holdsCursor)
        {
            window.CaptureCursor();
        }
        else
        {
            window.ReleaseCursor();
        }

        var limit = _settings.FramesASecond;
        limit = !stands ? limit : limit == 0 ? MenuFrames : Math.Min(limit, MenuFrames);
        if (frames.Limit != limit)
        {
            frames.Limit = limit;
        }
    }

    /// <summary>Asks once for the focus, where no window manager gives it to a new window; without it a cursor cannot be captured.</summary>
    public void AskForFocus()
    {
        if (!_askedForFocus && !window.Focused)
        {
            window.Focus();
        }

        _askedForFocus = true;
    }
}
