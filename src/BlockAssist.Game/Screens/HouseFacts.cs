using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>What there is to say of a house: a larger picture, its size, what it is built of.</summary>
/// <param name="thumbnails">The pictures.</param>
internal sealed class HouseFacts(Thumbnails thumbnails) : Widget
{
    private const float Border = 5;
    private const float PictureShare = 0.46f;
    private const int IconEdge = 8;

    /// <summary>The house; null for none.</summary>
    public GalleryHouse? House { get; set; }

    /// <inheritdoc/>
    public override bool CanFocus => false;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Panel(Bounds);
        if (House is not { } house)
        {
            batch.Text("No house is chosen", Bounds, batch.Theme.DimText, TextAlign.Centre);
            return;
        }

        var picture = Bounds.Inset(1) with { Height = MathF.Floor(Bounds.Height * PictureShare) };
        thumbnails.Draw(batch, picture, house);
        var row = Bounds.Inset(Border, 0) with { Y = picture.Bottom + 3, Height = batch.LineHeight };
        batch.Text(house.Name, row, batch.Theme.Accent);
        row = row.Moved(0, batch.LineHeight);
        batch.Text(batch.Format($"{house.Size}, {house.Count} blocks"), row, batch.Theme.DimText);
        row = row.Moved(0, batch.LineHeight + 2);
        foreach (var (block, count) in house.Materials)
        {
            if (row.Bottom > Bounds.Bottom - 2)
            {
                break;
            }

            var icon = IconEdge * batch.Area.TextUnit;
            batch.Icon(block, new HudRect(row.X, row.MiddleY - (icon / 2), icon, icon));
            batch.Text(BlockNames.Of(block), row with { X = row.X + icon + 4, Width = row.Width - icon - 34 }, batch.Theme.Text);
            batch.Text(batch.Format($"{count}"), row, batch.Theme.Text, TextAlign.Right);
            row = row.Moved(0, batch.LineHeight);
        }
    }
}
