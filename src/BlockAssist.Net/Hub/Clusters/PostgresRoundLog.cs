using Npgsql;

namespace BlockAssist.Net.Hub.Clusters;

/// <summary>Logs of rounds in PostgreSQL, for a hub of several silos: a row an entry.</summary>
/// <remarks>Throws <see cref="IOException"/> if the database cannot be used now.</remarks>
/// <param name="source">The database, with the hub's tables.</param>
/// <param name="address">Its address for people.</param>
/// <param name="network">The name of the swarm.</param>
internal sealed class PostgresRoundLog(NpgsqlDataSource source, string address, string network) : IRoundLog
{
    private const string Last = "SELECT COALESCE(MAX(round), 0) FROM blockassist.log WHERE network = $1";
    private const string Read = "SELECT at_ms, envelope FROM blockassist.log WHERE network = $1 AND round = $2 ORDER BY place";

    private const string ReadLast = $"{Read} DESC LIMIT 1";

    // Adds an entry at its place and nowhere else; of two that add it at once one finds the key taken.
    private const string Append = """
        INSERT INTO blockassist.log (network, round, place, at_ms, envelope)
        SELECT $1, $2, $3, $4, $5
        WHERE $3 = (SELECT COALESCE(MAX(place) + 1, 0) FROM blockassist.log WHERE network = $1 AND round = $2)
        """;

    /// <inheritdoc/>
    public Task<ulong> LastRoundAsync(CancellationToken cancellation) =>
        UseAsync(Last, [], async command => (ulong)(long)(await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false))!);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation) =>
        UseAsync<IReadOnlyList<LogEntry>>(Read, [(long)round], command => EntriesAsync(command, cancellation));

    /// <inheritdoc/>
    public Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) =>
        UseAsync(ReadLast, [(long)round], async command => await EntriesAsync(command, cancellation).ConfigureAwait(false) is [var last] ? last : null);

    /// <inheritdoc/>
    public async Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        object[] values = [(long)round, place, entry.At.ToUnixTimeMilliseconds(), entry.Envelope.ToArray()];
        if (!await UseAsync(Append, values, command => IsAddedAsync(command, cancellation)).ConfigureAwait(false))
        {
            throw new LogConflictException(round, place);
        }
    }

    private static async Task<bool> IsAddedAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 1;
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static async Task<IReadOnlyList<LogEntry>> EntriesAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var entries = new List<LogEntry>();
        var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                entries.Add(new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetFieldValue<byte[]>(1)));
            }
        }

        return entries;
    }

    private async Task<T> UseAsync<T>(string text, object[] values, Func<NpgsqlCommand, Task<T>> act)
    {
        var command = source.CreateCommand(text);
        await using (command.ConfigureAwait(false))
        {
            foreach (var value in values.Prepend(network))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            try
            {
                return await act(command).ConfigureAwait(false);
            }
            catch (Exception error) when (error is NpgsqlException or TimeoutException)
            {
                throw new IOException($"the logs of rounds in {address} cannot be used now: {error.Message}", error);
            }
        }
    }
}
