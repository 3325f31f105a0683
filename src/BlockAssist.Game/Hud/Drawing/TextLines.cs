namespace BlockAssist.Game.Hud.Drawing;

/// <summary>The lines of a text, one after the other; makes no garbage.</summary>
public ref struct TextLines
{
    private readonly int _width;
    private ReadOnlySpan<char> _rest;
    private bool _isOver;

    /// <summary>Before the first line.</summary>
    internal TextLines(ReadOnlySpan<char> text, int width)
    {
        _rest = text;
        _width = width;
    }

    /// <summary>The line.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Itself: what <c>foreach</c> asks for.</summary>
    public readonly TextLines GetEnumerator() => this;

    /// <summary>Goes to the next line.</summary>
    /// <returns>Whether there is one; an empty text has one.</returns>
    public bool MoveNext()
    {
        if (_isOver)
        {
            return false;
        }

        var end = _rest.IndexOf('\n');
        var whole = end < 0 ? _rest : _rest[..end];
        var fits = TextLayout.CountThatFits(whole, _width);
        if (fits == whole.Length)
        {
            Current = whole;
            _isOver = end < 0;
            _rest = _isOver ? [] : _rest[(end + 1)..];
            return true;
        }

        // The blank that does not fit any more may be the one to break at.
        var blank = whole[..(fits + 1)].LastIndexOf(' ');
        var cut = blank > 0 ? blank : Math.Max(fits, 1);
        Current = whole[..cut].TrimEnd(' ');
        _rest = _rest[cut..].TrimStart(' ');
        _rest = _rest.StartsWith('\n') ? _rest[1..] : _rest;
        _isOver = _rest.IsEmpty;
        return true;
    }
}
