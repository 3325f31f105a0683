namespace BlockAssist.Chain.Ledger.State;

/// <summary>Values by keys, as contracts have them: what was never set is nothing.</summary>
/// <typeparam name="TKey">What they are found by.</typeparam>
/// <typeparam name="TValue">What they are.</typeparam>
internal sealed class Map<TKey, TValue>(Journal journal, TValue nothing)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];

    public TValue this[TKey key]
    {
        get => _values.GetValueOrDefault(key, nothing);
        set
        {
            var before = this[key];
            journal.Note(() => Put(key, before));
            Put(key, value);
        }
    }

    private void Put(TKey key, TValue value)
    {
        if (EqualityComparer<TValue>.Default.Equals(value, nothing))
        {
            _values.Remove(key);
        }
        else
        {
            _values[key] = value;
        }
    }
}
