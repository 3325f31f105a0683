using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Hud.Widgets;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Game.Screens;

/// <summary>Houses as cards: a picture, the name, how many blocks.</summary>
/// <param name="houses">The houses; may change.</param>
/// <param name="thumbnails">Their pictures.</param>
internal sealed class HouseCards(IReadOnlyList<GalleryHouse> houses, Thumbnails thumbnails) : IGridCells
{
    private const float LeastWidth = 92;
    private const float PictureHeight = 76;
    private const float Border = 3;

    /// <inheritdoc/>
    public int Count => houses.Count;

    /// <inheritdoc/>
    public (float Width, float Height) SizeAt(HudArea area) => (LeastWidth * Math.Max(1, area.TextUnit * 0.8f), PictureHeight + (PixelFont.LineHeight * area.TextUnit) + (2 * Border));

    /// <inheritdoc/>
    public void Draw(HudBatch batch, HudRect place, int index)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var house = houses[index];
        thumbnails.Draw(batch, place with { Height = PictureHeight }, house);
        var line = new HudRect(place.X + Border, place.Y + PictureHeight + Border, place.Width - (2 * Border), batch.LineHeight);
        var count = batch.Format($"{house.Count}");
        var width = batch.WidthOf(count);
        batch.Text(count, line, batch.Theme.DimText, TextAlign.Right);
        batch.Text(house.Name, line with { Width = line.Width - width - 4 }, batch.Theme.Text);
        if (house.IsOwn)
        {
            batch.Text("♥", new HudRect(place.X + Border, place.Y + 2, place.Width, batch.LineHeight), batch.Theme.Accent);
        }
    }
}
