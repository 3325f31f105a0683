using BlockAssist.Net.Hub;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>Logs in memory; times to the millisecond, as in the file.</summary>
internal sealed class MemoryRoundLog : IRoundLog
{
    private readonly Dictionary<ulong, List<LogEntry>> _rounds = [];

    public IReadOnlyList<LogEntry> this[ulong round] => _rounds.GetValueOrDefault(round) ?? [];

    public int Entries => _rounds.Values.Sum(round => round.Count);

    /// <summary>As after a crash before the last entry.</summary>
    public void DropLast(ulong round) => _rounds[round].RemoveAt(_rounds[round].Count - 1);

    public Task<ulong> LastRoundAsync(CancellationToken cancellation) => Task.FromResult(_rounds.Keys.DefaultIfEmpty().Max());

    public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LogEntry>>([.. this[round]]);

    public Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) => Task.FromResult<LogEntry?>(this[round] is [.., var last] ? last : null);

    public Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        if (place < this[round].Count)
        {
            throw new LogConflictException(round, place);
        }

        Assert.Equal(place, this[round].Count);
        _rounds.TryAdd(round, []);
        _rounds[round].Add(new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(entry.At.ToUnixTimeMilliseconds()), entry.Envelope.ToArray()));
        return Task.CompletedTask;
    }
}
