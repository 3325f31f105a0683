using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A part of a screen: it draws itself and answers to events. Places in events are in HUD pixels.</summary>
public abstract class Widget
{
    private const int Border = 7;

    /// <summary>Where it is.</summary>
    public HudRect Bounds { get; private set; }

    /// <summary>Whether it can be used now.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>What it is good for, in a sentence: shown while it has the focus or the pointer is on it.</summary>
    public string Help { get; set; } = "";

    /// <summary>Whether the pointer is on it.</summary>
    public bool IsHovered { get; internal set; }

    /// <summary>Whether keys go to it.</summary>
    public bool IsFocused { get; internal set; }

    /// <summary>Whether keys can go to it.</summary>
    public virtual bool CanFocus => IsEnabled;

    /// <summary>Whether every event goes to it, those of the gamepad untranslated, and none elsewhere.</summary>
    public virtual bool TakesAll => false;

    /// <summary>Is told when it does what it is there for: a button is pressed, another value is chosen.</summary>
    internal Action? Activated { get; set; }

    /// <summary>How high a control with a line of text is.</summary>
    public static float UsualHeight(HudArea area) => (PixelFont.LineHeight * area.TextUnit) + Border;

    /// <summary>Puts it somewhere.</summary>
    public virtual void Place(HudRect bounds) => Bounds = bounds;

    /// <summary>Draws it.</summary>
    public abstract void Draw(HudBatch batch);

    /// <summary>Answers to an event.</summary>
    /// <returns>Whether it meant something to it.</returns>
    public virtual bool Handle(in InputEvent happened) => false;

    /// <summary>Whether an event is for it alone while it has the focus, whatever it means elsewhere.</summary>
    public virtual bool Claims(in InputEvent happened) => TakesAll;

    /// <summary>The pointer was moved with the button held that went down on it.</summary>
    public virtual void Drag(float x, float y)
    {
    }

    /// <summary>The focus came or went.</summary>
    public virtual void FocusChanged()
    {
    }

    /// <summary>The innermost widget at a point; null if it is not there.</summary>
    internal virtual Widget? At(float x, float y) => Bounds.Contains(x, y) ? this : null;

    /// <summary>Whether it is a widget, or that is in it.</summary>
    internal virtual bool Holds(Widget inner) => inner == this;

    /// <summary>From where the arrows go to other widgets: what is selected in it, if something is.</summary>
    internal virtual HudRect FocusPlace => Bounds;

    /// <summary>Adds all in it that keys can go to, in order.</summary>
    internal virtual void AddFocusable(List<Widget> list)
    {
        if (CanFocus)
        {
            list.Add(this);
        }
    }

    /// <summary>Makes a widget in it visible.</summary>
    internal virtual void Reveal(Widget inner)
    {
    }

    /// <summary>Says that it does what it is there for, before anything comes of it.</summary>
    protected void Activate() => Activated?.Invoke();

    /// <summary>Whether an event is the key press that uses a widget: Enter or Space.</summary>
    protected static bool IsUse(in InputEvent happened) =>
        happened.Kind == InputEventKind.KeyDown && happened.Key is GlfwKey.Enter or GlfwKey.KeypadEnter or GlfwKey.Space;

    /// <summary>Whether an event is a press of the left mouse button.</summary>
    protected static bool IsClick(in InputEvent happened) => happened is { Kind: InputEventKind.MouseDown, Button: MouseButton.Left };

    /// <summary>Whether an event is a key, pressed or repeated.</summary>
    protected static bool IsKey(in InputEvent happened) => happened.Kind is InputEventKind.KeyDown or InputEventKind.KeyRepeat;

    /// <summary>The colour of a label in the widget's state.</summary>
    protected HudColour LabelColour(HudTheme theme) => IsEnabled ? theme.Text : theme.DimText.Faded(0.6f);

    /// <summary>Draws what controls have in common: a panel, lighter under the pointer, framed with the focus.</summary>
    protected void DrawControl(HudBatch batch)
    {
        var theme = batch.Theme;
        var fill = !IsEnabled ? theme.DisabledControl : IsHovered ? theme.HoveredControl : theme.Control;
        batch.Panel(Bounds, fill, theme.PanelEdge with { A = 255 });
        if (IsEnabled)
        {
            batch.Fill(Bounds.Inset(1) with { Height = 1 }, HudColour.White.Faded(0.13f));
        }

        DrawFocus(batch);
    }

    /// <summary>Frames it if it has the focus.</summary>
    protected void DrawFocus(HudBatch batch)
    {
        if (IsFocused)
        {
            batch.Panel(Bounds, batch.Theme.Accent.Faded(0.10f), batch.Theme.Accent);
        }
    }
}
