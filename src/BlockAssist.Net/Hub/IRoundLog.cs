namespace BlockAssist.Net.Hub;

/// <summary>The logs of rounds: all that was said in each, in order. What is in it stays, whatever happens to who wrote it.</summary>
public interface IRoundLog
{
    /// <summary>The number of the last round; 0 before the first.</summary>
    Task<ulong> LastRoundAsync(CancellationToken cancellation);

    /// <summary>The log of a round, from its beginning.</summary>
    Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation);

    /// <summary>The last entry of the log of a round; null if it has none.</summary>
    Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation);

    /// <summary>Adds an entry; when this ends it is on the disk.</summary>
    /// <param name="round">To the log of which round.</param>
    /// <param name="place">How many entries it has before.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="LogConflictException">It has more, or fewer: somebody else writes it, too.</exception>
    Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation);
}
