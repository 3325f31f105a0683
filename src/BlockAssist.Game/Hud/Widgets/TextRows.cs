using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Rows of plain text.</summary>
/// <param name="lines">A line each; may change.</param>
public sealed class TextRows(IReadOnlyList<string> lines) : IListRows
{
    private const int Border = 3;

    /// <inheritdoc/>
    public int Count => lines.Count;

    /// <inheritdoc/>
    public float HeightAt(HudArea area) => (PixelFont.LineHeight * area.TextUnit) + Border;

    /// <inheritdoc/>
    public void Draw(HudBatch batch, HudRect place, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Text(lines[index], place.Inset(4, 0), batch.Theme.Text);
    }
}
