using BlockAssist.Net.Hub;

namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>Logs in memory; of rounds long over only what was said at their end is kept.</summary>
internal sealed class SimulatedLog : IRoundLog
{
    private const ulong KeptWhole = 2;

    private readonly SortedDictionary<ulong, List<LogEntry>> _rounds = [];

    /// <inheritdoc/>
    public Task<ulong> LastRoundAsync(CancellationToken cancellation) => Task.FromResult(_rounds.Keys.LastOrDefault());

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LogEntry>>(_rounds.TryGetValue(round, out var entries) ? entries : []);

    /// <inheritdoc/>
    public Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) =>
        Task.FromResult(_rounds.GetValueOrDefault(round)?.LastOrDefault());

    /// <inheritdoc/>
    public Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        if (!_rounds.TryGetValue(round, out var entries))
        {
            _rounds.Add(round, entries = []);
            ForgetBefore(round);
        }

        if (place != entries.Count)
        {
            throw new LogConflictException(round, place);
        }

        entries.Add(entry);
        return Task.CompletedTask;
    }

    private void ForgetBefore(ulong round)
    {
        if (round > KeptWhole && _rounds.TryGetValue(round - KeptWhole, out var old))
        {
            old.RemoveRange(0, old.Count - 1);
        }
    }
}
