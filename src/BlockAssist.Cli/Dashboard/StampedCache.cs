namespace BlockAssist.Cli.Dashboard;

/// <summary>What was made of files, until they change: so many at most, the one that was not used for longest goes first.</summary>
/// <param name="most">How many.</param>
internal sealed class StampedCache<T>(int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private long _uses;

    /// <summary>What was made, or is made now.</summary>
    /// <param name="key">Of what.</param>
    /// <param name="stamp">As of when.</param>
    /// <param name="make">Makes it.</param>
    public T Get(string key, FileStamp stamp, Func<T> make)
    {
        // Made one by one: it costs a processor, and nobody is to keep all of them busy.
        lock (_lock)
        {
            _uses++;
            if (_kept.TryGetValue(key, out var kept) && kept.Stamp == stamp)
            {
                _kept[key] = kept with { Used = _uses };
                return kept.Made;
            }

            var made = make();
            _kept[key] = new Kept(stamp, made, _uses);
            if (_kept.Count > most)
            {
                _kept.Remove(_kept.MinBy(one => one.Value.Used).Key);
            }

            return made;
        }
    }

    private readonly record struct Kept(FileStamp Stamp, T Made, long Used);
}
