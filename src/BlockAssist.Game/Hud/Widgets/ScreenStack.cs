using System.Diagnostics.CodeAnalysis;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>The screens that are open, one over the other. The one on top gets the events.</summary>
/// <remarks>
/// What <see cref="Handle"/> says was used must not reach the world: that keeps clicks on a menu from breaking blocks. What
/// comes up is never used, so that the game also sees the end of a key that went down before a screen was opened.
/// </remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a stack, though not of the base library's kind.")]
public sealed class ScreenStack
{
    private readonly List<Screen> _screens = [];
    private readonly List<Screen> _aside = [];
    private HudArea _area;
    private bool _dropsCharacter;

    /// <summary>Is told when a control did what it is there for; not of clicks beside, and not of the focus moving.</summary>
    public event Action? Activated;

    /// <summary>How many screens are open.</summary>
    public int Count => _screens.Count;

    /// <summary>The one on top; null if none is open.</summary>
    public Screen? Top => _screens.Count > 0 ? _screens[^1] : null;

    /// <summary>Whether time stands still in the game behind them.</summary>
    public bool StopsTime => _screens.Exists(screen => screen.StopsTime);

    /// <summary>Opens a screen over the others.</summary>
    public void Push(Screen screen)
    {
        ArgumentNullException.ThrowIfNull(screen);
        Top?.Hidden();
        _screens.Add(screen);
        screen.Stack = this;
        screen.Layout(_area);
        screen.Shown();
        // The key that opened it may also type a sign, which comes after it and is not meant for the screen.
        _dropsCharacter = true;
    }

    /// <summary>Closes the one on top; nothing happens if none is open.</summary>
    public void Pop()
    {
        if (Top is { } screen)
        {
            Remove(screen);
        }
    }

    /// <summary>Puts those that are open aside, as they are: until <see cref="TakeUp"/> it is as if there were none.</summary>
    public void PutAside()
    {
        Top?.Hidden();
        _aside.AddRange(_screens);
        _screens.Clear();
    }

    /// <summary>Opens those that were put aside again, under those that were opened since.</summary>
    public void TakeUp()
    {
        // The window may have another size by now.
        _aside.ForEach(screen => screen.Layout(_area));
        var isOnTop = Top is null;
        _screens.InsertRange(0, _aside);
        _aside.Clear();
        if (isOnTop)
        {
            Top?.Shown();
        }
    }

    /// <summary>Closes all, those that were put aside too.</summary>
    public void Clear()
    {
        _screens.InsertRange(0, _aside);
        _aside.Clear();
        while (_screens.Count > 0)
        {
            Pop();
        }
    }

    /// <summary>Places everything on every screen: at the start, and when the window or the scale has changed.</summary>
    public void Layout(HudArea area)
    {
        _area = area;
        _screens.ForEach(screen => screen.Layout(area));
    }

    /// <summary>Says where the pointer is, once a frame.</summary>
    /// <param name="x">From the left, in pixels of the screen.</param>
    /// <param name="y">From the top, in pixels of the screen.</param>
    public void Point(float x, float y) => Top?.Point(x, y);

    /// <summary>Draws what is seen of the screens.</summary>
    public void Draw(HudBatch batch)
    {
        var first = _screens.Count - 1;
        while (first > 0 && _screens[first].IsDialog)
        {
            first--;
        }

        for (var index = Math.Max(0, first); index < _screens.Count; index++)
        {
            _screens[index].Draw(batch);
        }
    }

    /// <summary>Whether an event is for the screens alone, whatever it means elsewhere.</summary>
    public bool Claims(in InputEvent happened) => Top?.Claims(happened) == true;

    /// <summary>Gives an event to the screens.</summary>
    /// <returns>Whether it was used up, and nobody else may see it.</returns>
    public bool Handle(in InputEvent happened)
    {
        var drops = _dropsCharacter && happened.Kind == InputEventKind.Character && Count > 0;
        _dropsCharacter &= happened.Kind is not (InputEventKind.Character or InputEventKind.KeyDown);
        if (drops)
        {
            return true;
        }

        var isInput = IsInput(happened.Kind);
        for (var index = _screens.Count - 1; index >= 0 && index < _screens.Count; index--)
        {
            var screen = _screens[index];
            // Asked before, for the event may close it.
            var isModal = screen.IsModal;
            if (screen.Handle(happened) || isModal)
            {
                return isInput;
            }
        }

        return false;
    }

    /// <summary>A control of a screen does what it is there for.</summary>
    internal void NoteActivation() => Activated?.Invoke();

    /// <summary>Closes a screen.</summary>
    internal void Remove(Screen screen)
    {
        var wasTop = screen == Top;
        if (_screens.Remove(screen))
        {
            screen.Hidden();
            screen.Stack = null;
            screen.Closed();
            if (wasTop)
            {
                Top?.Shown();
            }
        }
    }

    private static bool IsInput(InputEventKind kind) => kind is
        InputEventKind.KeyDown or InputEventKind.KeyRepeat or InputEventKind.Character or InputEventKind.MouseDown or InputEventKind.Wheel
        or InputEventKind.Motion or InputEventKind.GamepadDown or InputEventKind.GamepadAxis;
}
