using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Screens;

/// <summary>Kinds of block as cells, with their names.</summary>
/// <param name="blocks">The blocks; may change.</param>
internal sealed class BlockCells(IReadOnlyList<Block> blocks) : IGridCells
{
    private const float IconEdge = 32;
    private const float Width = 74;

    /// <inheritdoc/>
    public int Count => blocks.Count;

    /// <inheritdoc/>
    public (float Width, float Height) SizeAt(HudArea area) => (Width * area.TextUnit, HeightAt(area));

    /// <summary>How high a cell is.</summary>
    public static float HeightAt(HudArea area) => IconEdge + 8 + (PixelFont.LineHeight * area.TextUnit);

    /// <inheritdoc/>
    public void Draw(HudBatch batch, HudRect place, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Icon(blocks[index], new HudRect(MathF.Floor(place.MiddleX - (IconEdge / 2)), place.Y + 3, IconEdge, IconEdge));
        batch.Text(BlockNames.Of(blocks[index]), new HudRect(place.X + 1, place.Y + IconEdge + 4, place.Width - 2, batch.LineHeight), batch.Theme.Text, TextAlign.Centre);
    }
}
