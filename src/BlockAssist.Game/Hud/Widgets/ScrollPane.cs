using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Widgets one below the other, of which a part is seen: scrolled by the wheel, or by the focus going through them.</summary>
public sealed class ScrollPane : Widget
{
    private const float WheelPixels = 24;

    private readonly List<(Widget Widget, float Height)> _rows = [];
    private readonly Scrolling _scrolling = new();

    /// <inheritdoc/>
    public override bool CanFocus => false;

    /// <summary>The room between widgets, in HUD pixels.</summary>
    public float Gap { get; init; } = 3;

    /// <summary>How far it is scrolled, in HUD pixels.</summary>
    internal float Scrolled => _scrolling.Offset;

    private float Content { get; set; }

    /// <summary>Forgets all widgets.</summary>
    public void Clear()
    {
        _rows.Clear();
        Content = 0;
    }

    /// <summary>Adds a widget below.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="height">How high it is, in HUD pixels.</param>
    public void Add(Widget widget, float height)
    {
        _rows.Add((widget, height));
        Content += height + (_rows.Count > 1 ? Gap : 0);
    }

    /// <inheritdoc/>
    public override void Place(HudRect bounds)
    {
        base.Place(bounds);
        _scrolling.To(_scrolling.Offset, Content, bounds.Height);
        var y = bounds.Y - _scrolling.Offset;
        var width = bounds.Width - (Content > bounds.Height ? Scrolling.BarWidth + 2 : 0);
        foreach (var (widget, height) in _rows)
        {
            widget.Place(new HudRect(bounds.X, y, width, height));
            y += height + Gap;
        }
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.PushClip(Bounds);
        foreach (var (widget, _) in _rows)
        {
            if (widget.Bounds.Overlaps(Bounds))
            {
                widget.Draw(batch);
            }
        }

        _scrolling.DrawBar(batch, Bounds, Content);
        batch.PopClip();
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        if (happened.Kind != InputEventKind.Wheel)
        {
            return false;
        }

        _scrolling.To(_scrolling.Offset - (happened.Y * WheelPixels), Content, Bounds.Height);
        Place(Bounds);
        return true;
    }

    /// <inheritdoc/>
    internal override Widget? At(float x, float y)
    {
        if (!Bounds.Contains(x, y))
        {
            return null;
        }

        foreach (var (widget, _) in _rows)
        {
            if (widget.At(x, y) is { } inner)
            {
                return inner;
            }
        }

        return this;
    }

    /// <inheritdoc/>
    internal override void AddFocusable(List<Widget> list)
    {
        foreach (var (widget, _) in _rows)
        {
            widget.AddFocusable(list);
        }
    }

    /// <inheritdoc/>
    internal override void Reveal(Widget inner)
    {
        foreach (var (widget, _) in _rows)
        {
            if (widget.Holds(inner))
            {
                var top = widget.Bounds.Y - Bounds.Y + _scrolling.Offset;
                _scrolling.Reveal((top, top + widget.Bounds.Height), Content, Bounds.Height);
                Place(Bounds);
                return;
            }
        }
    }
}
