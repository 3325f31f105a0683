using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Shelves;
using Silk.NET.OpenGL;

namespace BlockAssist.Game.Screens;

/// <summary>Pictures of houses, drawn on a thread of their own and kept until the screen closes.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
/// <param name="gl">OpenGL.</param>
internal sealed class Thumbnails(GL gl) : IDisposable
{
    private const int Samples = 2;
    private const int MostScale = 24;

    private static readonly Rgba Sheet = new(0x2B, 0x33, 0x3E);

    private readonly BackgroundWork<(GalleryHouse House, int Scale), (GalleryHouse House, int Scale, Canvas Picture)> _work = new("thumbnails", Draw);
    private readonly Dictionary<(GalleryHouse House, int Scale), PictureTexture?> _pictures = [];

    /// <summary>The colour that the pictures stand on.</summary>
    public static HudColour Background { get; } = new(Sheet.R, Sheet.G, Sheet.B);

    /// <summary>Draws a house as large as fits into a place, on its sheet; only the sheet as long as there is no picture.</summary>
    public void Draw(HudBatch batch, HudRect place, GalleryHouse house)
    {
        batch.Fill(place, Background);
        var scale = ScaleFor(house, (int)(place.Width * batch.Area.Scale), (int)(place.Height * batch.Area.Scale));
        if (!_pictures.TryGetValue((house, scale), out var picture))
        {
            _pictures.Add((house, scale), null);
            _work.Ask((house, scale));
        }

        if (picture is null)
        {
            batch.Text("…", place, batch.Theme.DimText, TextAlign.Centre);
            return;
        }

        var shrink = Math.Min(1, Math.Min(place.Width * batch.Area.Scale / picture.Width, place.Height * batch.Area.Scale / picture.Height));
        var (width, height) = (picture.Width * shrink / batch.Area.Scale, picture.Height * shrink / batch.Area.Scale);
        batch.Picture(picture, new HudRect(place.MiddleX - (width / 2), place.MiddleY - (height / 2), width, height));
    }

    /// <summary>Takes over what was drawn since.</summary>
    public void Update()
    {
        while (_work.TryTake(out var done))
        {
            _pictures[(done.House, done.Scale)] = new PictureTexture(gl, done.Picture);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _work.End();
        foreach (var picture in _pictures.Values)
        {
            picture?.Dispose();
        }
    }

    private static (GalleryHouse House, int Scale, Canvas Picture) Draw((GalleryHouse House, int Scale) order) =>
        (order.House, order.Scale, IsometricPicture.Draw(order.House.Blocks, new IsometricOptions { Scale = order.Scale, Samples = Samples, Background = Sheet }));

    private static int ScaleFor(GalleryHouse house, int width, int height)
    {
        for (var scale = MostScale; scale > IsometricPicture.MinScale; scale--)
        {
            var size = IsometricPicture.SizeOf(house.Blocks.Size, scale);
            if (size.Width <= width && size.Height <= height)
            {
                return scale;
            }
        }

        return IsometricPicture.MinScale;
    }
}
