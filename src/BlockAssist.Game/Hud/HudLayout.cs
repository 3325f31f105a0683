using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud;

/// <summary>Where the pieces of the HUD are: nothing lies on anything else, whatever the window's size.</summary>
/// <remarks>
/// Three columns. The middle one has the blueprint above, the crosshair, and the hotbar below; the left one recording, assistant and
/// debug lines; the right one materials above and toasts below. At the bottom the hotbar is as wide as it must be.
/// </remarks>
public readonly record struct HudLayout
{
    private const float Margin = 2;
    private const float Gap = 2;

    /// <summary>Places them.</summary>
    public HudLayout(HudArea area)
    {
        var (unit, line) = (area.TextUnit, area.TextUnit * PixelFont.LineHeight);
        var hotbarTop = area.Height - Margin - Pieces.Hotbar.Height;
        var middle = Math.Clamp(0.38f * area.Width, 118 * unit, 200 * unit);
        var side = ((area.Width - middle) / 2) - Margin - Gap;
        var left = Margin;
        var sidesEnd = Math.Min(hotbarTop - Gap, area.Height - Margin);

        Hotbar = Centred(area, Pieces.Hotbar.Width, hotbarTop, Pieces.Hotbar.Height);
        HotbarName = Centred(area, middle, hotbarTop - Gap - line, line);
        Progress = Centred(area, middle, Margin, Pieces.Progress.HeightAt(unit));
        BlockInfo = Centred(area, Math.Min(middle, 150 * unit), Progress.Bottom + Gap, Pieces.BlockInfo.HeightAt(unit));
        Belief = Centred(area, Math.Min(middle, 150 * unit), BlockInfo.Y, Pieces.Belief.HeightAt(unit));
        Crosshair = area.Bounds.Square(Pieces.Crosshair.Size);

        Recording = new HudRect(left, Margin, Math.Min(side, 92 * unit), line + 4);
        Assistant = new HudRect(left, Recording.Bottom + Gap, Math.Min(side, 150 * unit), Pieces.Assistant.HeightAt(unit));
        Debug = new HudRect(left, Assistant.Bottom + Gap, side, Math.Max(0, sidesEnd - Assistant.Bottom - Gap));

        var right = area.Width - Margin;
        var (materialsWidth, toastsWidth) = (Math.Min(side, 128 * unit), Math.Min(side, 200 * unit));
        var materialsEnd = Margin + (0.54f * (sidesEnd - Margin));
        Materials = new HudRect(right - materialsWidth, Margin, materialsWidth, materialsEnd - Margin);
        Toasts = new HudRect(right - toastsWidth, materialsEnd + Gap, toastsWidth, sidesEnd - materialsEnd - Gap);
    }

    /// <summary>What is aimed with.</summary>
    public HudRect Crosshair { get; }

    /// <summary>The nine slots.</summary>
    public HudRect Hotbar { get; }

    /// <summary>What is in the chosen slot.</summary>
    public HudRect HotbarName { get; }

    /// <summary>How far the blueprint is built.</summary>
    public HudRect Progress { get; }

    /// <summary>What is aimed at.</summary>
    public HudRect BlockInfo { get; }

    /// <summary>What the assistant believes; shown instead of <see cref="BlockInfo"/>.</summary>
    public HudRect Belief { get; }

    /// <summary>Whether a recording runs.</summary>
    public HudRect Recording { get; }

    /// <summary>What the assistant does.</summary>
    public HudRect Assistant { get; }

    /// <summary>Lines for who works on the game.</summary>
    public HudRect Debug { get; }

    /// <summary>What is needed.</summary>
    public HudRect Materials { get; }

    /// <summary>What has just happened.</summary>
    public HudRect Toasts { get; }

    private static HudRect Centred(HudArea area, float width, float top, float height) =>
        new(MathF.Floor((area.Width - width) / 2), top, width, height);
}
