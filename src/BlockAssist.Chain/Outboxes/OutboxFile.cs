using BlockAssist.Chain.Databases;
using BlockAssist.Simulation.Files;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Outboxes;

/// <summary>The SQLite file of an outbox; opened when it is first used.</summary>
/// <remarks>
/// Its version is SQLite's <c>user_version</c>; 0 is 1, from before it was noted. Throws <see cref="NewerVersionException"/> if the file is of a newer one.
/// </remarks>
/// <param name="path">The file.</param>
/// <param name="patience">How long another process is waited for that writes.</param>
internal sealed class OutboxFile(string path, TimeSpan patience) : IDisposable
{
    private const int Damaged = 11;
    private const int NoDatabase = 26;
    private const int Version = 1;

    private const string Setup = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS origin (name TEXT PRIMARY KEY) STRICT;
        CREATE TABLE IF NOT EXISTS contribution (
            content BLOB PRIMARY KEY, kind INTEGER NOT NULL, demonstrations BLOB NOT NULL, result BLOB NOT NULL, origin TEXT NOT NULL REFERENCES origin, at_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS delivery (
            content BLOB NOT NULL REFERENCES contribution, place TEXT NOT NULL, state INTEGER NOT NULL, height INTEGER, trouble TEXT,
            account BLOB, round INTEGER, parent BLOB, id BLOB,
            changed REAL NOT NULL DEFAULT (unixepoch('subsec')), PRIMARY KEY (content, place)) STRICT;
        CREATE TABLE IF NOT EXISTS form (content BLOB NOT NULL REFERENCES contribution, place TEXT NOT NULL, bytes BLOB NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS form_of ON form (content, place);
        """;

    private const string Mark = "PRAGMA user_version = 1";

    private readonly Lock _lock = new();
    private SqliteConnection? _connection;

    /// <summary>Reads.</summary>
    public T Use<T>(Func<SqliteConnection, T> act)
    {
        lock (_lock)
        {
            try
            {
                return act(_connection ??= Open());
            }
            catch (SqliteException error) when (error.SqliteErrorCode is Damaged or NoDatabase)
            {
                throw new InvalidDataException(
                    $"'{path}' is damaged, or no outbox ({error.Message}); put a copy of it back, or move it away: what the chain has already is known by the chain", error);
            }
            catch (SqliteException error)
            {
                throw new IOException($"the outbox '{path}' cannot be used: {error.Message}", error);
            }
        }
    }

    /// <summary>One change.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Change(string text, params IReadOnlyList<(string Name, object? Value)> values) => Use(connection => connection.Run(text, values));

    /// <summary>Several changes of which all happen, or none.</summary>
    /// <returns>How many rows each changed.</returns>
    public int[] Together(IReadOnlyList<(string Text, IReadOnlyList<(string Name, object? Value)> Values)> changes) => Use(connection =>
    {
        using var transaction = connection.BeginTransaction();
        int[] rows = [.. changes.Select(change => connection.Run(change.Text, change.Values))];
        transaction.Commit();
        return rows;
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = (int)patience.TotalSeconds }.ToString());
        try
        {
            connection.Open();
            var version = connection.Number("PRAGMA user_version");
            NewerVersionException.ThrowIfNewer(path, "outboxes", version, Version);
            connection.Run(Setup);
            if (version < Version)
            {
                connection.Run(Mark);
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
