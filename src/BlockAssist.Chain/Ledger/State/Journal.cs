namespace BlockAssist.Chain.Ledger.State;

/// <summary>How what was done since it last counted is undone.</summary>
internal sealed class Journal
{
    private readonly Stack<Action> _undos = new();

    /// <summary>How much was done until now.</summary>
    public int Mark => _undos.Count;

    /// <summary>Something was done.</summary>
    public void Note(Action undo) => _undos.Push(undo);

    /// <summary>All of it counts.</summary>
    public void Keep() => _undos.Clear();

    /// <summary>Undoes what was done since a mark.</summary>
    public void Undo(int mark = 0)
    {
        while (_undos.Count > mark)
        {
            _undos.Pop()();
        }
    }
}
