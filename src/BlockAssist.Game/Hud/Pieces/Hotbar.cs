using System.Numerics;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>Nine slots with blocks. When another block is chosen, its name is shown for a while.</summary>
public sealed class Hotbar
{
    /// <summary>How many slots there are.</summary>
    public const int Slots = 9;

    /// <summary>How wide it is, in HUD pixels.</summary>
    public const int Width = (Slots * Slot) + 2;

    /// <summary>How high it is, in HUD pixels.</summary>
    public const int Height = Slot + 2;

    private const int Slot = 20;
    private const int IconEdge = 16;
    private const double NameSeconds = 1.6;
    private const double FadeSeconds = 0.5;

    private Block? _shown;
    private int _selected = -1;
    private double _since;

    /// <summary>Draws it.</summary>
    /// <param name="batch">The frame.</param>
    /// <param name="at">Where the slots are.</param>
    /// <param name="name">Where the name is.</param>
    /// <param name="view">What to show.</param>
    public void Draw(HudBatch batch, HudRect at, HudRect name, HotbarView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(at);
        // Before the slots, so that the count is seen.
        DrawFrame(batch, new HudRect(at.X + (view.Selected * Slot), at.Y, Slot + 2, Slot + 2));
        for (var index = 0; index < Slots; index++)
        {
            var slot = new HudRect(at.X + 1 + (index * Slot), at.Y + 1, Slot, Slot);
            if (index > 0 && index != view.Selected && index != view.Selected + 1)
            {
                batch.Fill(slot.Inset(0, 2) with { Width = 1 }, batch.Theme.PanelEdge);
            }

            if (index < view.Slots.Count)
            {
                DrawSlot(batch, slot, view.Slots[index]);
            }
        }

        DrawName(batch, name, view);
    }

    private static void DrawSlot(HudBatch batch, HudRect slot, HotbarSlot content)
    {
        if (content.Block == Block.Air)
        {
            return;
        }

        var isOut = content.Count == 0;
        batch.Icon(content.Block, slot.Square(IconEdge), HudColour.White.Faded(isOut ? 0.35f : 1));
        var count = content.Count switch
        {
            null => "∞",
            > 9999 and var many => batch.Format($"{many / 1000}k"),
            { } some => batch.Format($"{some}"),
        };
        // Usual size, whatever the text's: there is no more room in a slot.
        var unit = 1 / batch.Area.TextUnit;
        var at = new Vector2(slot.Right - 1 - batch.WidthOf(count, unit), slot.Bottom - 2 - PixelFont.CapHeight);
        batch.Text(count, at, isOut ? batch.Theme.DimText : batch.Theme.Text, unit);
    }

    private static void DrawFrame(HudBatch batch, HudRect frame)
    {
        batch.Outline(frame, batch.Theme.Accent, 2);
        batch.Outline(frame.Inset(2), HudColour.Black.Faded(0.4f));
    }

    private void DrawName(HudBatch batch, HudRect place, HotbarView view)
    {
        var held = view.Selected >= 0 && view.Selected < view.Slots.Count ? view.Slots[view.Selected].Block : Block.Air;
        if (held != _shown || view.Selected != _selected)
        {
            (_shown, _selected, _since) = (held, view.Selected, batch.Seconds);
        }

        var left = _since + NameSeconds - batch.Seconds;
        if (held != Block.Air && left > 0)
        {
            batch.Text(BlockNames.Of(held), place, batch.Theme.Text.Faded((float)(left / FadeSeconds)), TextAlign.Centre);
        }
    }
}
