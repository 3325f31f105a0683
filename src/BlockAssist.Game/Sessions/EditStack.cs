namespace BlockAssist.Game.Sessions;

/// <summary>The latest edits, the last one on top; the oldest are forgotten when there are too many.</summary>
internal sealed class EditStack
{
    // More than a usual site has cells.
    private readonly (Edit Edit, long Act)[] _edits = new (Edit, long)[4096];
    private int _next;

    /// <summary>How many edits there are.</summary>
    public int Count { get; private set; }

    /// <summary>The act of the edit on top; null if there is none.</summary>
    public long? Act => Count == 0 ? null : _edits[Below(_next)].Act;

    /// <summary>Puts one on top.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="act">Its act: those that follow one another with the same are taken back together.</param>
    public void Push(in Edit edit, long act)
    {
        _edits[_next] = (edit, act);
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

        _next = Below(_next);
        Count--;
        edit = _edits[_next].Edit;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    private int Below(int place) => (place + _edits.Length - 1) % _edits.Length;
}
