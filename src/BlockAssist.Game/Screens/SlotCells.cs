using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Play;

namespace BlockAssist.Game.Screens;

/// <summary>The slots of the hotbar as cells, with their numbers.</summary>
/// <param name="hotbar">The hotbar.</param>
internal sealed class SlotCells(HotbarBlocks hotbar) : IGridCells
{
    private const float IconEdge = 16;

    /// <summary>How wide and high a slot is.</summary>
    public const float Edge = 28;

    /// <inheritdoc/>
    public int Count => hotbar.Slots.Count;

    /// <inheritdoc/>
    public (float Width, float Height) SizeAt(HudArea area) => (Edge, Edge);

    /// <inheritdoc/>
    public void Draw(HudBatch batch, HudRect place, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Icon(hotbar[index], new HudRect(place.Right - IconEdge - 2, place.Bottom - IconEdge - 2, IconEdge, IconEdge));
        var unit = 1 / batch.Area.TextUnit;
        batch.Text(batch.Format($"{index + 1}"), new(place.X + 2, place.Y + 2), batch.Theme.DimText, unit);
    }
}
