using System.Runtime.InteropServices;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Play;

/// <summary>A picture of a window.</summary>
internal static class WindowPicture
{
    /// <summary>Takes it: what was drawn and is not shown yet.</summary>
    public static Canvas Of(IGameWindow window)
    {
        var picture = new Canvas(window.Size.Width, window.Size.Height, default);
        window.ReadPixels(MemoryMarshal.AsBytes(picture.Pixels));
        return picture;
    }
}
