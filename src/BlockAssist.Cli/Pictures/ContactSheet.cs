using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Pictures;

/// <summary>Many structures on one picture, in rows, each with its name beneath it.</summary>
internal static class ContactSheet
{
    private const int LabelSpace = PixelFont.Height + 8;
    private const int MaxPixels = 64 * 1024 * 1024;

    // Structures larger than this are drawn smaller, so that one castle does not make the houses lose themselves.
    private static readonly GridSize LargestAtFullScale = new(16, 16, 16);

    /// <summary>Draws the structures in reading order; each gets as much room as the largest of them needs.</summary>
    /// <param name="entries">What to show; at least one.</param>
    /// <param name="columns">How many stand side by side.</param>
    /// <param name="options">How each one is drawn.</param>
    public static Canvas Draw(IReadOnlyList<(string Label, BlockGrid Blocks)> entries, int columns, IsometricOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var sizes = entries.Select(entry => IsometricPicture.SizeOf(entry.Blocks.Size, ScaleFor(entry.Blocks.Size, options.Scale))).ToArray();
        var (width, height) = (sizes.Max(size => size.Width), sizes.Max(size => size.Height) + LabelSpace);
        var rows = (entries.Count + columns - 1) / columns;
        if ((long)columns * width * rows * height > MaxPixels)
        {
            throw new ForeseenException($"A sheet of {columns * width}×{rows * height} pixels is too large", "Use a smaller --scale or fewer structures.");
        }

        var sheet = new Canvas(columns * width, rows * height, options.Background);
        for (var i = 0; i < entries.Count; i++)
        {
            DrawEntry(sheet, entries[i], (i % columns * width, i / columns * height, width, height), options);
        }

        return sheet;
    }

    private static void DrawEntry(
        Canvas sheet, (string Label, BlockGrid Blocks) entry, (int Left, int Top, int Width, int Height) place, IsometricOptions options)
    {
        var picture = IsometricPicture.Draw(entry.Blocks, options with { Scale = ScaleFor(entry.Blocks.Size, options.Scale) });
        // Everything stands on one line, so that heights can be compared.
        sheet.Draw(picture, place.Left + ((place.Width - picture.Width) / 2), place.Top + place.Height - LabelSpace - picture.Height);
        var label = PixelFont.Fit(entry.Label, place.Width);
        var left = place.Left + ((place.Width - PixelFont.WidthOf(label)) / 2);
        PixelFont.Draw(sheet, label, (left, place.Top + place.Height - LabelSpace + 2), InkOn(options.Background));
    }

    private static int ScaleFor(GridSize size, int scale)
    {
        var (width, height) = IsometricPicture.SizeOf(LargestAtFullScale, scale);
        for (; scale > IsometricPicture.MinScale; scale--)
        {
            var needed = IsometricPicture.SizeOf(size, scale);
            if (needed.Width <= width && needed.Height <= height)
            {
                break;
            }
        }

        return scale;
    }

    private static Rgba InkOn(Rgba background) =>
        background.R + background.G + background.B > 3 * 128 ? new Rgba(90, 88, 84) : new Rgba(210, 210, 205);
}
