using System.Numerics;
using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A line of text that is typed: with a caret, selecting, copying and pasting.</summary>
public sealed class TextField : Widget
{
    private const int Border = 5;

    private readonly Clipboard _clipboard;
    private readonly EditedText _edited;
    private float _unit = 1;
    private float _scrolled;
    private double _since = -1;

    /// <summary>An empty one.</summary>
    /// <param name="clipboard">To copy to and paste from.</param>
    /// <param name="most">How many signs it may have.</param>
    public TextField(Clipboard clipboard, int most = 64) => (_clipboard, _edited) = (clipboard, new EditedText(most));

    /// <summary>What is in it.</summary>
    public string Text
    {
        get => _edited.Text;
        set => _edited.Set(value);
    }

    /// <summary>What is to be typed, shown while it is empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Is told the text whenever it changes.</summary>
    public Action<string>? Changed { get; init; }

    /// <summary>Is told the text on Enter.</summary>
    public Action<string>? Entered { get; init; }

    /// <summary>Before which sign the caret is.</summary>
    internal int Caret => _edited.Caret;

    /// <inheritdoc/>
    public override void Draw(HudBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var theme = batch.Theme;
        batch.Panel(Bounds, theme.Well, IsFocused ? theme.Accent : IsHovered ? theme.DimText : theme.PanelEdge with { A = 255 });
        _unit = batch.Area.TextUnit;
        var inner = Bounds.Inset(Border, 0);
        if (Text.Length == 0 && !IsFocused)
        {
            batch.Text(Hint, inner, theme.DimText.Faded(0.7f));
            return;
        }

        Follow(batch, inner);
        batch.PushClip(Bounds.Inset(Border - 1, 1));
        DrawSelected(batch, inner);
        batch.Text(Text, new Vector2(inner.X - _scrolled, inner.MiddleY - (PixelFont.CapHeight * _unit / 2)), LabelColour(theme));
        DrawCaret(batch, inner);
        batch.PopClip();
    }

    /// <inheritdoc/>
    public override bool Handle(in InputEvent happened) => happened.Kind switch
    {
        InputEventKind.Character => Type(happened),
        InputEventKind.KeyDown or InputEventKind.KeyRepeat => Press(happened),
        InputEventKind.MouseDown when happened.Button == MouseButton.Left => Click(happened),
        _ => false,
    };

    /// <inheritdoc/>
    public override bool Claims(in InputEvent happened) =>
        happened.Kind == InputEventKind.Character
        || (IsKey(happened) && happened.Key is < GlfwKey.CapsLock or (>= GlfwKey.Keypad0 and < GlfwKey.LeftShift));

    /// <inheritdoc/>
    public override void Drag(float x, float y) => _edited.MoveTo(PlaceAt(x), selecting: true);

    private bool Type(in InputEvent happened)
    {
        if (happened.Rune.IsBmp && !char.IsControl((char)happened.Rune.Value))
        {
            Insert([(char)happened.Rune.Value]);
        }

        return true;
    }

    private bool Click(in InputEvent happened)
    {
        _edited.MoveTo(PlaceAt(happened.X), happened.Modifiers.HasFlag(KeyModifiers.Shift));
        return true;
    }

    private int PlaceAt(float x) => TextLayout.PlaceAt(Text, (x - Bounds.X - Border + _scrolled) / _unit);

    private bool Press(in InputEvent happened)
    {
        _since = -1;
        var isSelecting = happened.Modifiers.HasFlag(KeyModifiers.Shift);
        var isCommand = (happened.Modifiers & (KeyModifiers.Control | KeyModifiers.Super)) != 0;
        if (isCommand && TryCommand(happened.Key))
        {
            return true;
        }

        switch (happened.Key)
        {
            case GlfwKey.Left or GlfwKey.Right or GlfwKey.Home or GlfwKey.End:
                _edited.MoveTo(Target(happened.Key, isCommand), isSelecting);
                return true;
            case GlfwKey.Backspace:
                Delete(isCommand ? _edited.NextWord(Caret, -1) : Caret - 1);
                return true;
            case GlfwKey.Delete:
                Delete(isCommand ? _edited.NextWord(Caret, 1) : Caret + 1);
                return true;
            case GlfwKey.Enter or GlfwKey.KeypadEnter when Entered != null:
                Entered(Text);
                return true;
            default:
                // A key that types: the sign follows, and must not be a command elsewhere. The others are for the screen.
                return happened.Key is >= GlfwKey.Space and < GlfwKey.Escape;
        }
    }

    private int Target(GlfwKey key, bool byWord) => key switch
    {
        GlfwKey.Left => byWord ? _edited.NextWord(Caret, -1) : Caret - 1,
        GlfwKey.Right => byWord ? _edited.NextWord(Caret, 1) : Caret + 1,
        GlfwKey.Home => 0,
        _ => Text.Length,
    };

    private bool TryCommand(GlfwKey key)
    {
        switch (key)
        {
            case GlfwKey.A:
                _edited.SelectAll();
                return true;
            case GlfwKey.C or GlfwKey.X:
                Copy(isCut: key == GlfwKey.X);
                return true;
            case GlfwKey.V:
                Insert(OneLine(_clipboard.Read()));
                return true;
            default:
                return false;
        }
    }

    private void Copy(bool isCut)
    {
        if (_edited.SelectedText is { Length: > 0 } selected)
        {
            _clipboard.Write(selected);
            if (isCut)
            {
                Delete(Caret);
            }
        }
    }

    private void Insert(ReadOnlySpan<char> text)
    {
        _edited.Insert(text);
        Changed?.Invoke(Text);
    }

    private void Delete(int to)
    {
        _edited.DeleteTo(to);
        Changed?.Invoke(Text);
    }

    private static string OneLine(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Trim().Where(sign => !char.IsControl(sign) && !char.IsSurrogate(sign)));

    // Scrolls so far that the caret is seen.
    private void Follow(HudBatch batch, HudRect inner)
    {
        var caret = batch.WidthOf(Text.AsSpan(0, Caret));
        var most = Math.Max(0, batch.WidthOf(Text) + 2 - inner.Width);
        _scrolled = Math.Clamp(_scrolled, Math.Max(0, caret + 2 - inner.Width), Math.Max(0, caret));
        _scrolled = Math.Min(_scrolled, most);
    }

    private void DrawSelected(HudBatch batch, HudRect inner)
    {
        var (start, length) = _edited.Selected.GetOffsetAndLength(Text.Length);
        if (length > 0)
        {
            var from = batch.WidthOf(Text.AsSpan(0, start));
            var width = batch.WidthOf(Text.AsSpan(0, start + length)) - from;
            batch.Fill(new HudRect(inner.X + from - _scrolled, inner.Y + 3, width + 1, inner.Height - 6), batch.Theme.Accent.Faded(0.45f));
        }
    }

    private void DrawCaret(HudBatch batch, HudRect inner)
    {
        _since = _since < 0 ? batch.Seconds : _since;
        if (IsFocused && (batch.Theme.ReducedMotion || (batch.Seconds - _since) % 1 < 0.6))
        {
            var x = Caret == 0 ? -1 : batch.WidthOf(Text.AsSpan(0, Caret));
            batch.Fill(new HudRect(inner.X + x - _scrolled, inner.MiddleY - (6 * _unit), Math.Max(1, MathF.Floor(_unit)), 12 * _unit), batch.Theme.Accent);
        }
    }
}
