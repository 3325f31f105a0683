using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Rows of which one is selected: by the arrows, Home, End and the page keys, or a click. Enter, or a click on the selected one, chooses it.</summary>
/// <param name="rows">The rows.</param>
public sealed class ListView(IListRows rows) : Widget
{
    private const int WheelRows = 2;

    private readonly Scrolling _scrolling = new();
    private float _rowHeight = PixelFont.LineHeight;

    /// <summary>Which is selected; -1 if there is none.</summary>
    public int Selected
    {
        get => Math.Min(field, rows.Count - 1);
        private set;
    }

    /// <summary>Is told which row was selected.</summary>
    public Action<int>? SelectionChanged { get; init; }

    /// <summary>Is told which row was chosen.</summary>
    public Action<int>? Chosen { get; init; }

    /// <summary>How far it is scrolled, in HUD pixels.</summary>
    internal float Scrolled => _scrolling.Offset;

    /// <inheritdoc/>
    internal override HudRect FocusPlace => Selected < 0 ? Bounds : (Bounds with { Y = Inner.Y + (Selected * _rowHeight) - _scrolling.Offset, Height = _rowHeight }).Cut(Bounds);

    private float Content => rows.Count * _rowHeight;

    private HudRect Inner => Bounds.Inset(1);

    /// <summary>Selects a row and shows it.</summary>
    public void Select(int index)
    {
        var wanted = Math.Clamp(index, 0, Math.Max(0, rows.Count - 1));
        var isNew = wanted != Selected;
        Selected = wanted;
        _scrolling.Reveal((wanted * _rowHeight, (wanted + 1) * _rowHeight), Content, Inner.Height);
        if (isNew)
        {
            SelectionChanged?.Invoke(wanted);
        }
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Measure(batch.Area);
        var theme = batch.Theme;
        batch.Panel(Bounds, theme.Well, IsFocused ? theme.Accent : theme.PanelEdge with { A = 255 });
        batch.PushClip(Inner);
        var bar = Content > Inner.Height ? Scrolling.BarWidth : 0;
        var first = (int)(_scrolling.Offset / _rowHeight);
        for (var index = first; index < rows.Count; index++)
        {
            var row = new HudRect(Inner.X, Inner.Y - _scrolling.Offset + (index * _rowHeight), Inner.Width - bar, _rowHeight);
            if (row.Y >= Inner.Bottom)
            {
                break;
            }

            if (index == Selected)
            {
                batch.Fill(row, theme.Accent.Faded(IsFocused ? 0.32f : 0.18f));
                batch.Fill(row with { Width = 2 }, theme.Accent);
            }

            rows.Draw(batch, row, index);
        }

        _scrolling.DrawBar(batch, Inner, Content);
        batch.PopClip();
    }

    /// <summary>Learns how high rows are; drawing does it too.</summary>
    internal void Measure(HudArea area)
    {
        _rowHeight = rows.HeightAt(area);
        _scrolling.To(_scrolling.Offset, Content, Inner.Height);
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        switch (happened.Kind)
        {
            case InputEventKind.Wheel:
                _scrolling.To(_scrolling.Offset - (happened.Y * WheelRows * _rowHeight), Content, Inner.Height);
                return true;
            case InputEventKind.MouseDown when happened.Button == MouseButton.Left:
                Click((int)((happened.Y - Inner.Y + _scrolling.Offset) / _rowHeight));
                return true;
            case InputEventKind.KeyDown or InputEventKind.KeyRepeat:
                return Press(happened);
            default:
                return false;
        }
    }

    private void Click(int index)
    {
        if (index < 0 || index >= rows.Count)
        {
            return;
        }

        Activate();
        if (index == Selected)
        {
            Chosen?.Invoke(index);
        }
        else
        {
            Select(index);
        }
    }

    private bool Press(in InputEvent happened)
    {
        if (happened is { Kind: InputEventKind.KeyDown, Key: GlfwKey.Enter or GlfwKey.KeypadEnter } && Selected >= 0 && Chosen != null)
        {
            Activate();
            Chosen(Selected);
            return true;
        }

        var page = Math.Max(1, (int)(Inner.Height / _rowHeight) - 1);
        int? wanted = happened.Key switch
        {
            GlfwKey.Up => Selected - 1,
            GlfwKey.Down => Selected + 1,
            GlfwKey.PageUp => Math.Max(0, Selected - page),
            GlfwKey.PageDown => Math.Min(rows.Count - 1, Selected + page),
            GlfwKey.Home => 0,
            GlfwKey.End => rows.Count - 1,
            _ => null,
        };
        if (wanted is not { } index || index < 0 || index >= rows.Count)
        {
            // Past an end the arrows leave the list.
            return false;
        }

        if (index != Selected && SelectionChanged is not null)
        {
            Activate();
        }

        Select(index);
        return true;
    }
}
