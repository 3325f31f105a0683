namespace BlockAssist.Game.Hud.Widgets;

/// <summary>A line of text with a caret and what is selected; knows nothing of keys or pictures.</summary>
/// <param name="most">How many signs it may have.</param>
internal sealed class EditedText(int most)
{
    private int _anchor;

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Before which sign the caret is.</summary>
    public int Caret { get; private set; }

    /// <summary>Which signs are selected.</summary>
    public Range Selected => Math.Min(_anchor, Caret)..Math.Max(_anchor, Caret);

    /// <summary>The selected text.</summary>
    public string SelectedText => Text[Selected];

    /// <summary>Replaces all, with the caret at the end.</summary>
    public void Set(string text)
    {
        Text = text.Length > most ? text[..most] : text;
        Caret = _anchor = Text.Length;
    }

    /// <summary>Moves the caret.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="selecting">Whether the selection goes with it.</param>
    public void MoveTo(int place, bool selecting)
    {
        Caret = Math.Clamp(place, 0, Text.Length);
        _anchor = selecting ? _anchor : Caret;
    }

    /// <summary>Selects all.</summary>
    public void SelectAll() => (_anchor, Caret) = (0, Text.Length);

    /// <summary>Puts text in the place of what is selected; what is too long is cut off.</summary>
    public void Insert(ReadOnlySpan<char> text)
    {
        Delete();
        var room = Math.Min(text.Length, most - Text.Length);
        Text = string.Concat(Text.AsSpan(0, Caret), text[..room], Text.AsSpan(Caret));
        Caret = _anchor = Caret + room;
    }

    /// <summary>Takes away what is selected or, if nothing is, all from the caret to a place.</summary>
    /// <param name="place">The place.</param>
    public void DeleteTo(int place)
    {
        if (_anchor == Caret)
        {
            MoveTo(place, selecting: true);
        }

        Delete();
    }

    /// <summary>Where the next word begins.</summary>
    /// <param name="from">From here.</param>
    /// <param name="step">1 to the right, -1 to the left.</param>
    public int NextWord(int from, int step)
    {
        var place = from;
        if (step > 0)
        {
            place = Skip(place, 1, overBlanks: false);
            return Skip(place, 1, overBlanks: true);
        }

        place = Skip(place, -1, overBlanks: true);
        return Skip(place, -1, overBlanks: false);
    }

    private int Skip(int place, int step, bool overBlanks)
    {
        while (step > 0 ? place < Text.Length : place > 0)
        {
            var isBlank = Text[step > 0 ? place : place - 1] == ' ';
            if (isBlank != overBlanks)
            {
                break;
            }

            place += step;
        }

        return place;
    }

    private void Delete()
    {
        var (from, to) = (Math.Min(_anchor, Caret), Math.Max(_anchor, Caret));
        Text = Text.Remove(from, to - from);
        Caret = _anchor = from;
    }
}
