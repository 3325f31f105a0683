using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud;

/// <summary>What HUD and screens are drawn with, as long as the window is open.</summary>
/// <remarks>Belongs to the thread of its context.</remarks>
public sealed class HudCanvas : IDisposable
{
    private readonly IGlContext _context;
    private readonly HudRenderer _renderer;
    private readonly HudBatch _batch;

    /// <summary>Prepares to draw.</summary>
    /// <exception cref="Rendering.RenderingException">The driver cannot draw what we draw.</exception>
    public HudCanvas(IGlContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        var atlas = new HudAtlas();
        (_renderer, _batch) = (new HudRenderer(context, atlas), new HudBatch(atlas));
    }

    /// <summary>The look.</summary>
    public HudTheme Theme { get; set; } = HudTheme.Usual;

    /// <summary>How many pixels of the screen a HUD pixel is to be wide; 0 for what suits the window.</summary>
    public int Scale { get; set; }

    /// <summary>What there is to draw on now.</summary>
    public HudArea Area => HudArea.For(_context.Size, Scale == 0 ? HudArea.UsualScale(_context.Size) : Scale, Theme.TextSize);

    /// <summary>Begins a frame.</summary>
    /// <param name="seconds">How long the program has run: what fades and blinks goes by it.</param>
    public HudBatch Begin(double seconds)
    {
        _batch.Begin(Area, Theme, seconds);
        return _batch;
    }

    /// <summary>Draws what was added since <see cref="Begin"/>.</summary>
    public void Show() => _renderer.Draw(_batch);

    /// <inheritdoc/>
    public void Dispose() => _renderer.Dispose();
}
