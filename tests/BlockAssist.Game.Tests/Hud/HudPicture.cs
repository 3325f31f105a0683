using BlockAssist.Game.Hud;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Hud;

/// <summary>A picture of a HUD, drawn without a window.</summary>
internal sealed class HudPicture : IDisposable
{
    private readonly OffscreenContext _context;

    /// <summary>A picture; the test is skipped where none can be drawn.</summary>
    public HudPicture(int width, int height)
    {
        try
        {
            _context = OffscreenContext.Open(width, height);
        }
        catch (PlatformException lacking)
        {
            Assert.Skip(lacking.Message);
            throw;
        }

        Renderer = new HudRenderer(_context, SampleHud.Atlas);
    }

    public HudRenderer Renderer { get; }

    public OffscreenContext Context => _context;

    /// <summary>Begins a frame with a sky and a meadow behind it.</summary>
    public HudBatch Begin(int scale, HudTheme theme, double seconds = 1)
    {
        var batch = new HudBatch(SampleHud.Atlas);
        var area = HudArea.For(_context.Size, scale, theme.TextSize);
        batch.Begin(area, theme, seconds);
        batch.Fill(area.Bounds with { Height = area.Height / 2 }, HudColour.Rgb(0x5E9BE8), HudColour.Rgb(0xC4DDF5));
        batch.Fill(new HudRect(0, area.Height / 2, area.Width, area.Height / 2), HudColour.Rgb(0x84A85A), HudColour.Rgb(0x4E6B35));
        return batch;
    }

    /// <summary>Draws a frame, and keeps it where somebody wants to look at it.</summary>
    public byte[] Draw(HudBatch batch, string name)
    {
        Renderer.Draw(batch);
        var (width, height) = _context.Size;
        var pixels = new byte[4 * width * height];
        _context.ReadPixels(pixels);
        if (Environment.GetEnvironmentVariable("BLOCKASSIST_PICTURES") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}-{width}x{height}.rgba"), pixels);
        }

        return pixels;
    }

    public HudColour At(byte[] pixels, int x, int y)
    {
        var at = 4 * ((y * _context.Size.Width) + x);
        return new HudColour(pixels[at], pixels[at + 1], pixels[at + 2]);
    }

    public void Dispose()
    {
        Renderer.Dispose();
        _context.Dispose();
    }
}
