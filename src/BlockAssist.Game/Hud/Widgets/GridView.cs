using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>Cells in rows, of which one is selected: by the arrows, Home and End, or a click. Enter, or a click on the selected one, chooses it.</summary>
/// <param name="cells">The cells.</param>
public sealed class GridView(IGridCells cells) : Widget
{
    private const float Gap = 3;

    private readonly Scrolling _scrolling = new();
    private int _columns = 1;
    private float _width = 1;
    private float _height = 1;
    private int _hovered = -1;

    /// <summary>Which is selected; -1 if there is none.</summary>
    public int Selected
    {
        get => Math.Min(field, cells.Count - 1);
        private set;
    }

    /// <summary>Whether the first click chooses.</summary>
    public bool ChoosesAtOnce { get; init; }

    /// <summary>Is told which cell was selected.</summary>
    public Action<int>? SelectionChanged { get; init; }

    /// <summary>Is told which cell was chosen.</summary>
    public Action<int>? Chosen { get; init; }

    /// <summary>Is told which cell is to be emptied, by Delete or the right button; null if none can be.</summary>
    public Action<int>? Cleared { get; init; }

    /// <inheritdoc/>
    internal override HudRect FocusPlace => Selected < 0 ? Bounds : PlaceOf(Selected).Cut(Bounds);

    private float Content => (Rows * (_height + Gap)) - Gap;

    private int Rows => (cells.Count + _columns - 1) / _columns;

    /// <summary>Places the cells; to be called when their number or the screen's size has changed.</summary>
    public void Measure(HudArea area)
    {
        (var least, _height) = cells.SizeAt(area);
        Divide(Bounds.Width, least);
        if (Content > Bounds.Height)
        {
            Divide(Bounds.Width - Scrolling.BarWidth - 2, least);
        }

        _scrolling.To(_scrolling.Offset, Content, Bounds.Height);
    }

    /// <summary>Where a cell is, scrolled as it is.</summary>
    public HudRect PlaceOf(int index) => new(
        Bounds.X + (index % _columns * (_width + Gap)),
        Bounds.Y + (index / _columns * (_height + Gap)) - _scrolling.Offset,
        _width,
        _height);

    /// <summary>Selects a cell and shows it.</summary>
    public void Select(int index)
    {
        var wanted = Math.Clamp(index, 0, Math.Max(0, cells.Count - 1));
        Selected = wanted;
        var top = wanted / _columns * (_height + Gap);
        _scrolling.Reveal((top, top + _height), Content, Bounds.Height);
        SelectionChanged?.Invoke(wanted);
    }

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var theme = batch.Theme;
        batch.PushClip(Bounds);
        var first = Math.Max(0, (int)(_scrolling.Offset / (_height + Gap))) * _columns;
        for (var index = first; index < cells.Count && PlaceOf(index).Y < Bounds.Bottom; index++)
        {
            var (place, isSelected) = (PlaceOf(index), index == Selected);
            var fill = IsHovered && index == _hovered ? theme.HoveredControl : theme.Control;
            batch.Panel(place, fill, isSelected ? theme.Accent : theme.PanelEdge with { A = 255 });
            cells.Draw(batch, place.Inset(1), index);
            if (isSelected && IsFocused)
            {
                batch.Outline(place.Inset(1), theme.Accent);
            }
        }

        _scrolling.DrawBar(batch, Bounds, Content);
        batch.PopClip();
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened)
    {
        switch (happened.Kind)
        {
            case InputEventKind.Wheel:
                _scrolling.To(_scrolling.Offset - (happened.Y * (_height + Gap) / 2), Content, Bounds.Height);
                return true;
            case InputEventKind.MouseDown when happened.Button == MouseButton.Left:
                Click(IndexAt(happened.X, happened.Y));
                return true;
            case InputEventKind.MouseDown when happened.Button == MouseButton.Right && Cleared is not null && IndexAt(happened.X, happened.Y) is >= 0 and var index:
                Activate();
                Cleared(index);
                return true;
            case InputEventKind.KeyDown or InputEventKind.KeyRepeat:
                return Press(happened);
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    internal override Widget? At(float x, float y)
    {
        _hovered = IndexAt(x, y);
        return base.At(x, y);
    }

    private void Divide(float room, float least)
    {
        _columns = Math.Max(1, (int)((room + Gap) / (least + Gap)));
        _width = MathF.Floor(((room + Gap) / _columns) - Gap);
    }

    private int IndexAt(float x, float y)
    {
        for (var index = 0; index < cells.Count; index++)
        {
            if (Bounds.Contains(x, y) && PlaceOf(index).Contains(x, y))
            {
                return index;
            }
        }

        return -1;
    }

    private void Click(int index)
    {
        if (index < 0)
        {
            return;
        }

        Activate();
        var isChosen = ChoosesAtOnce || index == Selected;
        Select(index);
        if (isChosen)
        {
            Chosen?.Invoke(index);
        }
    }

    private bool Press(in InputEvent happened)
    {
        if (happened is { Kind: InputEventKind.KeyDown, Key: GlfwKey.Enter or GlfwKey.KeypadEnter or GlfwKey.Space } && Selected >= 0 && Chosen is not null)
        {
            Activate();
            Chosen(Selected);
            return true;
        }

        if (happened.Key is GlfwKey.Delete or GlfwKey.Backspace && Selected >= 0 && Cleared is not null)
        {
            Activate();
            Cleared(Selected);
            return true;
        }

        var column = Selected % _columns;
        int? wanted = happened.Key switch
        {
            GlfwKey.Left when column > 0 => Selected - 1,
            GlfwKey.Right when column < _columns - 1 => Selected + 1,
            GlfwKey.Up => Selected - _columns,
            GlfwKey.Down => Selected / _columns < Rows - 1 ? Math.Min(Selected + _columns, cells.Count - 1) : null,
            GlfwKey.Home => 0,
            GlfwKey.End => cells.Count - 1,
            _ => null,
        };
        if (wanted is not { } index || index < 0 || index >= cells.Count)
        {
            // Past an end the arrows leave the grid.
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
