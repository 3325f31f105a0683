namespace BlockAssist.Game.Sessions;

/// <summary>The latest edits, the last one on top; the oldest are forgotten when there are too many.</summary>
internal sealed class EditStack
{
    private readonly Edit[] _edits = new Edit[1024];
    private int _next;

    /// <summary>How many edits there are.</summary>
    public int Count { get; private set; }

    /// <summary>Puts one on top.</summary>
    public void Push(in Edit edit)
    {
        _edits[_next] = edit;
        _next = (_next + 1) % _edits.Length;
        Count = Math.Min(Count + 1, _edits.Length);
    }

    /// <summary>Takes the last one off.</summary>
    public bool TryPop(out Edit edit)
    {
        edit = default;
        if (Count == 0)
        {
            return false;
        }

        _next = (_next + _edits.Length - 1) % _edits.Length;
        Count--;
        edit = _edits[_next];
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;
}
