using Microsoft.Data.Sqlite;

namespace BlockAssist.Net.Hub;

/// <summary>Logs of rounds in an SQLite file: one writer at a time, and what was written survives a cut of the power.</summary>
/// <param name="path">The file; made if need be.</param>
public sealed class SqliteRoundLog(string path) : IRoundLog, IDisposable
{
    private const int ConstraintFailed = 19;
    private const string Setup = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS log (round INTEGER NOT NULL, place INTEGER NOT NULL, at_ms INTEGER NOT NULL, envelope BLOB NOT NULL, PRIMARY KEY (round, place)) WITHOUT ROWID;
        """;

    private readonly Lazy<SqliteConnection> _connection = new(() => Open(path));
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public Task<ulong> LastRoundAsync(CancellationToken cancellation)
    {
        lock (_lock)
        {
            using var command = Command("SELECT COALESCE(MAX(round), 0) FROM log");
            return Task.FromResult((ulong)(long)command.ExecuteScalar()!);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation)
    {
        lock (_lock)
        {
            using var command = Command("SELECT at_ms, envelope FROM log WHERE round = $round ORDER BY place", ("$round", (long)round));
            using var reader = command.ExecuteReader();
            var entries = new List<LogEntry>();
            while (reader.Read())
            {
                entries.Add(new LogEntry(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetFieldValue<byte[]>(1)));
            }

            return Task.FromResult<IReadOnlyList<LogEntry>>(entries);
        }
    }

    /// <inheritdoc/>
    public Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            using var command = Command(
                "INSERT INTO log (round, place, at_ms, envelope) VALUES ($round, $place, $at, $envelope)",
                ("$round", (long)round), ("$place", place), ("$at", entry.At.ToUnixTimeMilliseconds()), ("$envelope", entry.Envelope.ToArray()));
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException error) when (error.SqliteErrorCode == ConstraintFailed)
            {
                throw new LogConflictException(round, place, error);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    private SqliteCommand Command(string text, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = _connection.Value.CreateCommand();
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
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Setup;
        command.ExecuteNonQuery();
        return connection;
    }
}
