using System.Globalization;
using System.Text;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;

namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at what a person sees and hears: text, terminal, display, sound.</summary>
internal static class ScreenChecks
{
    /// <summary>Whether text of any language comes out whole.</summary>
    public static Finding Text(Encoding encoding, Func<string, string?> variable)
    {
        var locale = FirstSet(variable, "LC_ALL", "LC_CTYPE", "LANG") ?? "not set";
        return encoding.CodePage == Encoding.UTF8.CodePage
            ? Finding.Ok("text", $"{encoding.WebName}, locale {locale}")
            : Finding.Warning("text", $"{encoding.WebName}, locale {locale}", "export LANG=C.UTF-8 (on Windows: chcp 65001)");
    }

    /// <summary>Whether somebody watches, and how wide the window is.</summary>
    public static Finding Terminal(bool isTerminal, int width, Func<string, string?> variable) =>
        Finding.Ok("terminal", isTerminal
            ? string.Create(CultureInfo.InvariantCulture, $"{variable("TERM") ?? "yes"}, {width} columns")
            : "none: plain text, no progress bars");

    /// <summary>Whether a window can be opened.</summary>
    public static Finding Display(bool systemHasOne, Func<string, string?> variable)
    {
        if (systemHasOne)
        {
            return Finding.Ok("display", "of the system");
        }

        return FirstSet(variable, "WAYLAND_DISPLAY", "DISPLAY") is { } display
            ? Finding.Ok("display", display)
            : Finding.Warning("display", "none", "start on a desktop to see the game; all else runs without one");
    }

    /// <summary>How long a picture of the game takes, as was measured when it was first played.</summary>
    public static Finding Picture(VideoSettings video) => Finding.Ok("picture", video.PictureMilliseconds == 0
        ? "not measured yet: the game does when it is first played"
        : string.Create(CultureInfo.InvariantCulture, $"{video.PictureMilliseconds:F0} ms when first played; now drawn at {100 * video.Sharpness:F0} % sharpness"));

    /// <summary>Whether the game can be heard.</summary>
    /// <param name="open">Opens the sound device and gives its name.</param>
    public static Finding Sound(Func<string> open)
    {
        try
        {
            return Finding.Ok("sound", open());
        }
        catch (PlatformException fault)
        {
            return Finding.Warning("sound", fault.Message, "connect a sound card to hear the game; it plays silently without one");
        }
    }

    private static string? FirstSet(Func<string, string?> variable, params IEnumerable<string> names) =>
        names.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
