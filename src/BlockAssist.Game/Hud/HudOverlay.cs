using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Pieces;

namespace BlockAssist.Game.Hud;

/// <summary>All pieces of the HUD in their places.</summary>
/// <param name="toasts">What has just happened; messages of its own by default.</param>
public sealed class HudOverlay(Toasts? toasts = null)
{
    private readonly Hotbar _hotbar = new();

    /// <summary>What has just happened.</summary>
    public Toasts Toasts { get; } = toasts ?? new Toasts();

    /// <summary>Draws what there is to show.</summary>
    public void Draw(HudBatch batch, in HudView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var layout = new HudLayout(batch.Area);
        DrawMiddle(batch, view, layout);
        DrawSides(batch, view, layout);
    }

    private void DrawMiddle(HudBatch batch, in HudView view, in HudLayout layout)
    {
        if (view.Crosshair is { } crosshair)
        {
            Crosshair.Draw(batch, layout.Crosshair, crosshair);
        }

        if (view.Hotbar is { } hotbar)
        {
            _hotbar.Draw(batch, layout.Hotbar, layout.HotbarName, hotbar);
        }

        if (view.Progress is { } progress)
        {
            Progress.Draw(batch, layout.Progress, progress);
        }

        if (view.Belief is { } belief)
        {
            Belief.Draw(batch, layout.Belief, belief);
        }
        else if (view.BlockInfo is { } info)
        {
            BlockInfo.Draw(batch, layout.BlockInfo, info);
        }
    }

    private void DrawSides(HudBatch batch, in HudView view, in HudLayout layout)
    {
        if (view.Recording is { } recording)
        {
            Recording.Draw(batch, layout.Recording, recording);
        }

        if (view.Assistant is { } assistant)
        {
            Assistant.Draw(batch, layout.Assistant, assistant);
        }

        if (view.Materials is { } materials)
        {
            Materials.Draw(batch, layout.Materials, materials);
        }

        view.Debug?.Draw(batch, layout.Debug);
        Toasts.Draw(batch, layout.Toasts);
    }
}
