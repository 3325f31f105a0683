using BlockAssist.Simulation.Files;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Net.Hub;

/// <summary>Logs of rounds in an SQLite file: one writer at a time, and what was written survives a cut of the power.</summary>
/// <remarks>
/// Throws <see cref="InvalidDataException"/> if the file is damaged, <see cref="NewerVersionException"/> if it is of a newer version, <see cref="IOException"/> if it
/// cannot be used now. Its version is SQLite's <c>user_version</c>; 0 is 1, from before it was noted.
/// </remarks>
/// <param name="path">The file; made if need be.</param>
public sealed class SqliteRoundLog(string path) : IRoundLog, IDisposable
{
    private const int Damaged = 11;
    private const int NoDatabase = 26;
    private const int Version = RoundLogs.Version;
    private const string Setup = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS log (round INTEGER NOT NULL, place INTEGER NOT NULL, at_ms INTEGER NOT NULL, envelope BLOB NOT NULL, PRIMARY KEY (round, place)) WITHOUT ROWID;
        """;
    private const string Mark = "PRAGMA user_version = 1";

    private readonly Lock _lock = new();
    private SqliteConnection? _connection;

    /// <inheritdoc/>
    public Task<ulong> LastRoundAsync(CancellationToken cancellation) => Task.FromResult(Use(() =>
    {
        using var command = Command("SELECT COALESCE(MAX(round), 0) FROM log");
        return (ulong)(long)command.ExecuteScalar()!;
    }));

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LogEntry>>(Use(() => Entries("SELECT at_ms, envelope FROM log WHERE round = $round ORDER BY place", round)));

    /// <inheritdoc/>
    public Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) =>
        Task.FromResult(Use(() => Entries("SELECT at_ms, envelope FROM log WHERE round = $round ORDER BY place DESC LIMIT 1", round).FirstOrDefault()));

    /// <inheritdoc/>
    public Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Use(() => Append(round, place, entry)) == 1 ? Task.CompletedTask : throw new LogConflictException(round, place);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private List<LogEntry> Entries(string text, ulong round)
    {
        using var command = Command(text, ("$round", (long)round));
        using var reader = command.ExecuteReader();
        var entries = new List<LogEntry>();
        while (reader.Read())
        {
            entries.Add(new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetFieldValue<byte[]>(1)));
        }

        return entries;
    }

    private int Append(ulong round, int place, LogEntry entry)
    {
        using var command = Command(
            """
            INSERT INTO log (round, place, at_ms, envelope)
            SELECT $round, $place, $at, $envelope WHERE $place = (SELECT COALESCE(MAX(place) + 1, 0) FROM log WHERE round = $round)
            """,
            ("$round", (long)round), ("$place", place), ("$at", entry.At.ToUnixTimeMilliseconds()), ("$envelope", entry.Envelope.ToArray()));
        return command.ExecuteNonQuery();
    }

    private T Use<T>(Func<T> act)
    {
        lock (_lock)
        {
            try
            {
                _connection ??= Open(path);
                return act();
            }
            catch (SqliteException error) when (error.SqliteErrorCode is Damaged or NoDatabase)
            {
                throw new InvalidDataException(
                    $"'{path}' is damaged, or no log of rounds ({error.Message}); put a copy of it back, or move it away to begin with round 1 again", error);
            }
            catch (SqliteException error)
            {
                throw new IOException($"the log of rounds '{path}' cannot be used: {error.Message}", error);
            }
        }
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = _connection!.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static SqliteConnection Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version";
            var version = (long)command.ExecuteScalar()!;
            NewerVersionException.ThrowIfNewer(path, RoundLogs.Kind, version, Version);
            command.CommandText = Setup;
            command.ExecuteNonQuery();
            if (version < Version)
            {
                command.CommandText = Mark;
                command.ExecuteNonQuery();
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
