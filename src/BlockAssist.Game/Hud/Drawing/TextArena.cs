namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Where the texts of a frame are put together, so that no strings are made.</summary>
internal sealed class TextArena
{
    private char[] _chars = new char[4096];

    /// <summary>How many signs there are.</summary>
    public int Count { get; private set; }

    /// <summary>The signs from a place on. They stay as they are until <see cref="Clear"/>.</summary>
    public ReadOnlySpan<char> From(int start) => _chars.AsSpan(start, Count - start);

    /// <summary>Some of the signs.</summary>
    public ReadOnlySpan<char> this[Range range] => _chars.AsSpan(range);

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_chars.AsSpan(Count));
        Count += text.Length;
    }

    /// <summary>Adds a value, as it is written everywhere.</summary>
    public void Append<T>(T value, ReadOnlySpan<char> format)
        where T : ISpanFormattable
    {
        int written;
        while (!value.TryFormat(_chars.AsSpan(Count), out written, format, null))
        {
            Reserve(_chars.Length - Count + 1);
        }

        Count += written;
    }

    // Spans that were given out keep the old array.
    private void Reserve(int more)
    {
        if (Count + more > _chars.Length)
        {
            Array.Resize(ref _chars, Math.Max(2 * _chars.Length, Count + more));
        }
    }
}
