using BlockAssist.Game.Hud.Drawing;

namespace BlockAssist.Game.Hud.Pieces;

/// <summary>The list of blocks that are still needed: picture, name, how many are left of how many.</summary>
public static class Materials
{
    private const int IconEdge = 8;
    private const int Border = 3;

    /// <summary>Draws it, as high as the rows need; rows without room are summed up in the last line.</summary>
    public static void Draw(HudBatch batch, HudRect at, MaterialsView view)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var line = batch.LineHeight;
        var room = (int)((at.Height - (2 * Border)) / line) - 1;
        if (view.Rows.Count == 0 || room < 1)
        {
            return;
        }

        var shown = view.Rows.Count <= room ? view.Rows.Count : room - 1;
        var lines = 1 + Math.Min(view.Rows.Count, room);
        batch.Panel(at with { Height = (lines * line) + (2 * Border) });
        var row = at.Inset(Border + 1, Border) with { Height = line };
        batch.Text("Blocks left", row, batch.Theme.DimText);
        for (var index = 0; index < shown; index++)
        {
            row = row.Moved(0, line);
            DrawRow(batch, row, view.Rows[index]);
        }

        if (shown < view.Rows.Count)
        {
            batch.Text(batch.Format($"… and {view.Rows.Count - shown} more"), row.Moved(0, line), batch.Theme.DimText);
        }
    }

    private static void DrawRow(HudBatch batch, HudRect row, MaterialRow material)
    {
        var icon = IconEdge * batch.Area.TextUnit;
        batch.Icon(material.Block, new HudRect(row.X, row.MiddleY - (icon / 2), icon, icon));
        var isDone = material.Left <= 0;
        var count = isDone ? "✓" : batch.Format($"{material.Left}/{material.Needed}");
        batch.Text(count, row, isDone ? batch.Theme.Marks.Right : batch.Theme.Text, TextAlign.Right);
        var name = row with { X = row.X + icon + 3, Width = row.Width - icon - 6 - batch.WidthOf(count) };
        batch.Text(BlockNames.Of(material.Block), name, isDone ? batch.Theme.DimText : batch.Theme.Text);
    }
}
