namespace BlockAssist.Net.Simulations.Reports;

/// <summary>Counts what is sent.</summary>
internal sealed class TrafficCount
{
    private readonly SortedDictionary<string, (long Count, long Bytes)> _up = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (long Count, long Bytes)> _down = new(StringComparer.Ordinal);

    /// <summary>Something was sent to the hub.</summary>
    public void Up(string kind, long bytes) => Add(_up, kind, bytes);

    /// <summary>Something was sent from the hub.</summary>
    public void Down(string kind, long bytes) => Add(_down, kind, bytes);

    /// <summary>What was sent, by kind.</summary>
    public IReadOnlyList<TrafficFigures> Figures() =>
        [.. _up.Keys.Union(_down.Keys).Order(StringComparer.Ordinal).Select(kind =>
        {
            var (up, down) = (_up.GetValueOrDefault(kind), _down.GetValueOrDefault(kind));
            return new TrafficFigures(kind, up.Count, up.Bytes, down.Count, down.Bytes);
        })];

    private static void Add(SortedDictionary<string, (long Count, long Bytes)> counts, string kind, long bytes)
    {
        var (count, all) = counts.GetValueOrDefault(kind);
        counts[kind] = (count + 1, all + bytes);
    }
}
