using System.Numerics;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A menu or a dialog: widgets, one of which has the focus. All of it can be used by mouse, keys or gamepad alone.</summary>
/// <remarks>
/// Tab and Shift+Tab go through the widgets in the order they were added; the arrows go to the nearest on a side unless the widget
/// itself uses them; Escape goes back. A widget's help is shown at the bottom.
/// </remarks>
public abstract class Screen
{
    private const int HelpLines = 2;
    private const int Margin = 6;

    private readonly List<Widget> _widgets = [];
    private readonly List<Widget> _focusable = [];
    private readonly GamepadKeys _gamepad = new();
    private readonly Action _activated;
    private Widget? _pressed;
    private Widget? _hovered;
    private (float X, float Y) _pointer;

    /// <summary>A screen.</summary>
    /// <param name="title">What stands above; empty for none.</param>
    protected Screen(string title) => (Title, _activated) = (title, () => Stack?.NoteActivation());

    /// <summary>What stands above.</summary>
    public string Title { get; protected set; }

    /// <summary>Whether what is under it is still seen: a dialog.</summary>
    public virtual bool IsDialog => false;

    /// <summary>Whether nothing under it, the world last, gets an event that goes down or moves.</summary>
    public virtual bool IsModal => true;

    /// <summary>Whether time stands still in the game behind it.</summary>
    public virtual bool StopsTime => true;

    /// <summary>The widget that keys go to.</summary>
    public Widget? Focused { get; private set; }

    /// <summary>What there is to draw on.</summary>
    protected HudArea Area { get; private set; }

    /// <summary>What there is to say of the widget under the pointer, or of the one with the focus; may be empty.</summary>
    protected string HelpText => _hovered is { Help.Length: > 0 } ? _hovered.Help : Focused?.Help ?? "";

    /// <summary>Where the widgets may be: below the title, above the help.</summary>
    protected HudRect Content
    {
        get
        {
            var top = Title.Length > 0 ? (3 * PixelFont.LineHeight * Area.TextUnit) - 4 : Margin;
            return new HudRect(Margin, top, Area.Width - (2 * Margin), HelpPlace.Y - Margin - top);
        }
    }

    /// <summary>The stack it is on; null if it is on none.</summary>
    protected internal ScreenStack? Stack { get; internal set; }

    private HudRect HelpPlace
    {
        get
        {
            var height = HelpLines * PixelFont.LineHeight * Area.TextUnit;
            return new HudRect(Margin, Area.Height - height - 3, Area.Width - (2 * Margin), height);
        }
    }

    /// <summary>Places everything.</summary>
    public void Layout(HudArea area)
    {
        Area = area;
        Arrange();
    }

    /// <summary>Draws it.</summary>
    public virtual void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.Fill(batch.Area.Bounds, batch.Theme.Backdrop);
        var at = new Vector2((Area.Width - batch.WidthOf(Title, 2)) / 2, PixelFont.LineHeight * Area.TextUnit / 2);
        batch.Text(Title, at, batch.Theme.Text, 2);
        DrawWidgets(batch);
        if (HelpText.Length > 0)
        {
            batch.Paragraph(HelpText, HelpPlace, batch.Theme.DimText, TextAlign.Centre);
        }
    }

    /// <summary>Answers to an event.</summary>
    /// <returns>Whether it meant something here.</returns>
    public bool Handle(in InputEvent happened)
    {
        var here = InHudPixels(happened);
        if (Focused is { TakesAll: true })
        {
            return Tell(Focused, here);
        }

        here = _gamepad.Translate(here);
        return here.Kind switch
        {
            InputEventKind.MouseDown => Press(here),
            InputEventKind.MouseUp => Release(here),
            InputEventKind.Wheel => HandleWheel(here),
            InputEventKind.KeyDown or InputEventKind.KeyRepeat => HandleFirst(here) || TellFocused(here) || HandleKey(here),
            InputEventKind.None => false,
            _ => TellFocused(here),
        };
    }

    /// <summary>Whether an event is for it alone, whatever it means elsewhere: what the pointer does, and what is typed.</summary>
    public bool Claims(in InputEvent happened) =>
        happened.Kind is InputEventKind.MouseDown or InputEventKind.Wheel || Focused?.Claims(happened) == true;

    /// <summary>Says where the pointer is, once a frame.</summary>
    /// <param name="x">From the left, in pixels of the screen.</param>
    /// <param name="y">From the top, in pixels of the screen.</param>
    public void Point(float x, float y)
    {
        var (hudX, hudY) = (x / Math.Max(1, Area.Scale), y / Math.Max(1, Area.Scale));
        _pointer = (hudX, hudY);
        _pressed?.Drag(hudX, hudY);
        Hover(At(hudX, hudY));
    }

    /// <summary>Lets keys go to a widget.</summary>
    public void Focus(Widget? widget)
    {
        if (widget == Focused)
        {
            return;
        }

        var before = Focused;
        Focused = widget;
        if (before != null)
        {
            before.IsFocused = false;
            before.FocusChanged();
        }

        if (widget != null)
        {
            widget.IsFocused = true;
            widget.FocusChanged();
            _widgets.ForEach(outer => outer.Reveal(widget));
        }
    }

    /// <summary>Takes it off its stack.</summary>
    public void Close() => Stack?.Remove(this);

    /// <summary>Puts the widgets where they belong; <see cref="Area"/> is known.</summary>
    protected abstract void Arrange();

    /// <summary>Answers to Escape, or B of the gamepad: closes it.</summary>
    /// <returns>Whether it did something.</returns>
    protected virtual bool GoBack()
    {
        Close();
        return true;
    }

    /// <summary>Answers to a key before the widget with the focus does.</summary>
    /// <returns>Whether it meant something.</returns>
    protected virtual bool HandleFirst(in InputEvent happened) => false;

    /// <summary>Answers to a key that neither the widget with the focus nor the screen knows.</summary>
    /// <returns>Whether it meant something.</returns>
    protected virtual bool HandleOtherKey(in InputEvent happened) => false;

    /// <summary>Is called when it comes to lie on top of its stack.</summary>
    protected internal virtual void Shown() => Focus(Focused ?? FocusWalk.Next(Focusable(), null, 1));

    /// <summary>Is called when it no longer lies on top of its stack.</summary>
    protected internal virtual void Hidden()
    {
        _pressed = null;
        Hover(null);
    }

    /// <summary>Is called when it was taken off its stack, and gives back what it holds.</summary>
    protected internal virtual void Closed()
    {
    }

    /// <summary>Adds a widget.</summary>
    protected T Add<T>(T widget)
        where T : Widget
    {
        _widgets.Add(widget);
        return widget;
    }

    /// <summary>Draws the widgets.</summary>
    protected void DrawWidgets(HudBatch batch)
    {
        foreach (var widget in _widgets)
        {
            widget.Draw(batch);
        }
    }

    private bool TellFocused(in InputEvent happened) => Focused is { IsEnabled: true } && Tell(Focused, happened);

    // Widgets in a pane are met only here, when somebody uses them.
    private bool Tell(Widget widget, in InputEvent happened)
    {
        widget.Activated = _activated;
        return widget.Handle(happened);
    }

    private InputEvent InHudPixels(in InputEvent happened) => happened.Kind switch
    {
        InputEventKind.MouseDown => InputEvent.MouseDown(happened.Button, happened.X / Area.Scale, happened.Y / Area.Scale, happened.Modifiers),
        InputEventKind.MouseUp => InputEvent.MouseUp(happened.Button, happened.X / Area.Scale, happened.Y / Area.Scale, happened.Modifiers),
        _ => happened,
    };

    private Widget? At(float x, float y)
    {
        for (var index = _widgets.Count - 1; index >= 0; index--)
        {
            if (_widgets[index].At(x, y) is { } widget)
            {
                return widget;
            }
        }

        return null;
    }

    private void Hover(Widget? widget)
    {
        if (widget == _hovered)
        {
            return;
        }

        if (_hovered != null)
        {
            _hovered.IsHovered = false;
        }

        _hovered = widget;
        if (widget != null)
        {
            widget.IsHovered = true;
        }
    }

    private bool Press(in InputEvent happened)
    {
        var widget = At(happened.X, happened.Y);
        if (widget is not { IsEnabled: true })
        {
            return widget != null;
        }

        if (widget.CanFocus)
        {
            Focus(widget);
        }

        _pressed = happened.Button == MouseButton.Left ? widget : _pressed;
        return Tell(widget, happened);
    }

    private bool Release(in InputEvent happened)
    {
        var widget = _pressed;
        if (happened.Button == MouseButton.Left)
        {
            _pressed = null;
        }

        return widget is not null && Tell(widget, happened);
    }

    // First the widget under the pointer, then the one it is in.
    private bool HandleWheel(in InputEvent happened)
    {
        if (_hovered is null)
        {
            return false;
        }

        if (_hovered.IsEnabled && _hovered.Handle(happened))
        {
            return true;
        }

        foreach (var widget in _widgets)
        {
            if (widget != _hovered && widget.At(_pointer.X, _pointer.Y) == _hovered)
            {
                return widget.Handle(happened);
            }
        }

        return false;
    }

    private bool HandleKey(in InputEvent happened)
    {
        switch (happened.Key)
        {
            case GlfwKey.Tab:
                Focus(FocusWalk.Next(Focusable(), Focused, happened.Modifiers.HasFlag(KeyModifiers.Shift) ? -1 : 1));
                return true;
            case GlfwKey.Up or GlfwKey.Down or GlfwKey.Left or GlfwKey.Right:
                var widgets = Focusable();
                Focus(Focused == null ? FocusWalk.Next(widgets, null, 1) : FocusWalk.Towards(widgets, Focused, happened.Key) ?? Focused);
                return true;
            case GlfwKey.Escape when happened.Kind == InputEventKind.KeyDown:
                return GoBack();
            default:
                return HandleOtherKey(happened);
        }
    }

    private List<Widget> Focusable()
    {
        _focusable.Clear();
        foreach (var widget in _widgets)
        {
            widget.AddFocusable(_focusable);
        }

        return _focusable;
    }
}
