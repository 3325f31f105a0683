using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Input;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Play;

/// <summary>The keys that do the same wherever one is: one fills the monitor, one keeps a picture.</summary>
/// <param name="window">What is seen.</param>
/// <param name="settings">Which keys these are, and whether the monitor is filled.</param>
/// <param name="toasts">Takes messages.</param>
/// <param name="keep">Keeps a picture, and says where; null if it cannot.</param>
internal sealed class WindowKeys(IGameWindow window, LiveSettings settings, Toasts toasts, Func<Canvas, string>? keep)
{
    private bool _keepsPicture;

    /// <summary>Answers to an event that nobody claims for himself.</summary>
    public void Handle(in InputEvent happened)
    {
        var isUp = happened.Kind is InputEventKind.KeyUp or InputEventKind.MouseUp or InputEventKind.GamepadUp;
        if (isUp || Binding.Of(happened) is not { } binding)
        {
            return;
        }

        foreach (var action in settings.Current.Bindings.By(binding))
        {
            _keepsPicture |= action == GameAction.Screenshot;
            if (action == GameAction.Fullscreen)
            {
                settings.Change(now => now with { Video = now.Video with { Fullscreen = !now.Video.Fullscreen } });
            }
        }
    }

    /// <summary>Keeps the picture that was just drawn, if somebody asked for it.</summary>
    public void KeepPicture()
    {
        if (!_keepsPicture || keep is null)
        {
            return;
        }

        _keepsPicture = false;
        try
        {
            toasts.Show($"Picture kept: {keep(WindowPicture.Of(window))}", ToastKind.Success);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            toasts.Show($"The picture was not kept: {error.Message}", ToastKind.Trouble);
        }
    }
}
