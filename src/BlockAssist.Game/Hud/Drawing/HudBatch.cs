using System.Numerics;
using System.Runtime.CompilerServices;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Hud.Drawing;

/// <summary>What a frame of the HUD consists of: pieces and widgets add to it, <see cref="HudRenderer"/> draws it.</summary>
/// <remarks>
/// Places are in HUD pixels from the upper left corner, later ones are in front. Edges and text are put on whole pixels of the
/// screen. Needs no OpenGL, and makes no garbage once it has grown to the largest frame. Belongs to one thread.
/// </remarks>
public sealed class HudBatch
{
    private const int MostClips = 16;

    private readonly HudAtlas _atlas;
    private readonly HudRect[] _clips = new HudRect[MostClips];
    private int _clipCount;

    /// <summary>An empty one.</summary>
    /// <param name="atlas">The pictures.</param>
    public HudBatch(HudAtlas atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        _atlas = atlas;
    }

    /// <summary>What there is to draw on.</summary>
    public HudArea Area { get; private set; } = new(HudArea.LeastWidth, HudArea.LeastHeight, 1, 1);

    /// <summary>The colours.</summary>
    public HudTheme Theme { get; private set; } = HudTheme.Usual;

    /// <summary>The time of the frame, in seconds since any moment: what fades and blinks goes by it.</summary>
    public double Seconds { get; private set; }

    /// <summary>From one line of usual text to the next.</summary>
    public float LineHeight => PixelFont.LineHeight * Area.TextUnit;

    /// <summary>Where nothing outside is drawn now.</summary>
    public HudRect Clip => _clips[_clipCount - 1];

    /// <summary>The quads.</summary>
    internal QuadList Quads { get; } = new();

    /// <summary>The texts.</summary>
    internal TextArena Arena { get; } = new();

    /// <summary>Begins a frame; what was there is forgotten.</summary>
    /// <param name="area">What there is to draw on.</param>
    /// <param name="theme">The colours.</param>
    /// <param name="seconds">See <see cref="Seconds"/>.</param>
    public void Begin(HudArea area, HudTheme theme, double seconds)
    {
        (Area, Theme, Seconds) = (area, theme, seconds);
        Quads.Clear();
        Arena.Clear();
        _clipCount = 1;
        _clips[0] = area.Bounds;
        Quads.Clip(area.Bounds);
    }

    /// <summary>Cuts off what follows, until <see cref="PopClip"/>. They nest, at most fifteen deep.</summary>
    public void PushClip(HudRect clip)
    {
        _clips[_clipCount] = Clip.Cut(clip);
        _clipCount++;
        Quads.Clip(Clip);
    }

    /// <summary>Undoes the last <see cref="PushClip"/>.</summary>
    public void PopClip()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(_clipCount, 2);
        _clipCount--;
        Quads.Clip(Clip);
    }

    /// <summary>Fills a place.</summary>
    public void Fill(HudRect at, HudColour colour) => Fill(at, colour, colour);

    /// <summary>Fills a place with a colour that changes from top to bottom.</summary>
    public void Fill(HudRect at, HudColour upper, HudColour lower)
    {
        if (!at.IsEmpty)
        {
            Quads.Add(OnScreen(at), _atlas.White, upper, lower);
        }
    }

    /// <summary>Draws the border of a place, inside of it.</summary>
    /// <param name="at">The place.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="width">Of the border, in HUD pixels.</param>
    public void Outline(HudRect at, HudColour colour, float width = 1)
    {
        Fill(at with { Height = width }, colour);
        Fill(at with { Y = at.Bottom - width, Height = width }, colour);
        var sides = at.Inset(0, width);
        Fill(sides with { Width = width }, colour);
        Fill(sides with { X = at.Right - width, Width = width }, colour);
    }

    /// <summary>Draws a line.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="width">In HUD pixels.</param>
    public void Line(Vector2 from, Vector2 to, HudColour colour, float width = 1) =>
        Quads.AddLine((from * Area.Scale, to * Area.Scale), width * Area.Scale, _atlas.White, colour);

    /// <summary>Draws a panel with soft corners.</summary>
    /// <param name="at">The place.</param>
    /// <param name="fill">Its colour.</param>
    /// <param name="edge">The colour of its border, a HUD pixel wide; may hide nothing.</param>
    public void Panel(HudRect at, HudColour fill, HudColour edge)
    {
        // Parts never lie on each other, so that a panel that hides half hides half everywhere.
        var inner = at.Inset(1);
        Fill(inner, fill);
        Fill(inner with { Y = at.Y, Height = 1 }, edge);
        Fill(inner with { Y = at.Bottom - 1, Height = 1 }, edge);
        Fill(inner with { X = at.X, Width = 1 }, edge);
        Fill(inner with { X = at.Right - 1, Width = 1 }, edge);
    }

    /// <summary>Draws a panel of the theme.</summary>
    public void Panel(HudRect at) => Panel(at, Theme.Panel, Theme.PanelEdge);

    /// <summary>Draws a block.</summary>
    /// <param name="block">The block; nothing is drawn for air.</param>
    /// <param name="at">A square; 16 by 16 looks best.</param>
    /// <param name="tint">What its colours are multiplied by.</param>
    public void Icon(Block block, HudRect at, HudColour tint)
    {
        if (block != Block.Air)
        {
            var place = OnScreen(at);
            Quads.Add(place, _atlas.IconOf(block, place.Width), tint, tint);
        }
    }

    /// <inheritdoc cref="Icon(Block,HudRect,HudColour)"/>
    public void Icon(Block block, HudRect at) => Icon(block, at, HudColour.White);

    /// <summary>Draws a picture of its own.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="at">Where; its pixels are those of the screen if it is as large.</param>
    public void Picture(PictureTexture picture, HudRect at)
    {
        ArgumentNullException.ThrowIfNull(picture);
        Quads.Add(OnScreen(at), picture, HudColour.White);
    }

    /// <summary>Puts a text together that lasts until the frame's end, without making a string.</summary>
    public ReadOnlySpan<char> Format([InterpolatedStringHandlerArgument("")] FrameText text) => Arena.From(text.Start);

    /// <summary>How wide a line of text is.</summary>
    /// <param name="line">The text.</param>
    /// <param name="size">1 is usual, 2 twice as large.</param>
    public float WidthOf(ReadOnlySpan<char> line, float size = 1) => TextLayout.WidthOf(line) * Area.UnitOf(size);

    /// <summary>Draws a line of text with its shadow.</summary>
    /// <param name="line">The text.</param>
    /// <param name="at">Where the top of its capitals begins.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="size">1 is usual, 2 twice as large.</param>
    public void Text(ReadOnlySpan<char> line, Vector2 at, HudColour colour, float size = 1)
    {
        var unit = Area.UnitOf(size);
        Signs(line, at + new Vector2(unit), Theme.TextShadow.Faded(colour.A / 255f), unit);
        Signs(line, at, colour, unit);
    }

    /// <summary>Draws a line of text in a place, halfway down; what does not fit is cut off and says so.</summary>
    /// <param name="line">The text.</param>
    /// <param name="place">The place.</param>
    /// <param name="colour">The colour.</param>
    /// <param name="align">Where in the place.</param>
    public void Text(ReadOnlySpan<char> line, HudRect place, HudColour colour, TextAlign align = TextAlign.Left)
    {
        var unit = Area.TextUnit;
        var shown = TextLayout.Fit(line, (int)(place.Width / unit));
        var width = WidthOf(line[..shown]) + (shown < line.Length ? WidthOf(TextLayout.Ellipsis) + unit : 0);
        var at = new Vector2(
            align switch { TextAlign.Left => place.X, TextAlign.Right => place.Right - width, _ => place.MiddleX - (width / 2) },
            place.MiddleY - (PixelFont.CapHeight * unit / 2));
        Text(line[..shown], at, colour);
        if (shown < line.Length)
        {
            Text(TextLayout.Ellipsis, at + new Vector2(shown == 0 ? 0 : WidthOf(line[..shown]) + unit, 0), colour);
        }
    }

    /// <summary>Draws a text in as many lines as it takes; if they do not fit, the last one that does is cut off and says so.</summary>
    /// <returns>How high the lines are together.</returns>
    public float Paragraph(ReadOnlySpan<char> text, HudRect place, HudColour colour, TextAlign align = TextAlign.Left)
    {
        var y = place.Y;
        foreach (var line in TextLayout.Lines(text, (int)(place.Width / Area.TextUnit)))
        {
            var isLast = y + (2 * LineHeight) > place.Bottom;
            var shown = isLast && text.Overlaps(line, out var start) ? text[start..] : line;
            Text(shown, place with { Y = y, Height = LineHeight }, colour, align);
            y += LineHeight;
            if (isLast)
            {
                break;
            }
        }

        return y - place.Y;
    }

    private void Signs(ReadOnlySpan<char> line, Vector2 at, HudColour colour, float unit)
    {
        var pixels = unit * Area.Scale;
        var x = MathF.Round(at.X * Area.Scale);
        var y = MathF.Round(at.Y * Area.Scale) - (PixelFont.Above * pixels);
        foreach (var sign in line)
        {
            var advance = PixelFont.AdvanceOf(sign);
            if (advance > 0 && !PixelFont.IsBlank(sign))
            {
                var glyph = _atlas.GlyphOf(sign);
                Quads.Add(new HudRect(x, y, glyph.Width * pixels, PixelFont.Height * pixels), glyph, colour, colour);
            }

            x += advance * pixels;
        }
    }

    // Both edges are rounded, so that neighbours neither overlap nor leave a gap.
    private HudRect OnScreen(HudRect at)
    {
        var (left, top) = (MathF.Round(at.X * Area.Scale), MathF.Round(at.Y * Area.Scale));
        return new HudRect(left, top, MathF.Round(at.Right * Area.Scale) - left, MathF.Round(at.Bottom * Area.Scale) - top);
    }
}
