namespace BlockAssist.Chain.Ledger.State;

/// <summary>One value of a contract.</summary>
/// <typeparam name="T">What it is.</typeparam>
internal sealed class Cell<T>(Journal journal, T first)
{
    private T _value = first;

    public T Value
    {
        get => _value;
        set
        {
            var before = _value;
            journal.Note(() => _value = before);
            _value = value;
        }
    }
}
