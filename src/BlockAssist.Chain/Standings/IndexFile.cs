using System.Globalization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Databases;
using BlockAssist.Simulation.Files;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>The SQLite file of an index: many read it, one process at a time fills it.</summary>
/// <param name="path">The file.</param>
/// <param name="place">Of which contract it is.</param>
/// <param name="patience">How long another process is waited for.</param>
internal sealed class IndexFile(string path, ContractPlace place, TimeSpan patience)
{
    private const int NoSuchTable = 1;
    private const int Damage = 11;
    private const int NoDatabase = 26;

    // "BAst": so that no other program's file is taken for an index of another form.
    private const long Application = 0x42417374;

    /// <summary>Asks. An index that is not there yet, or of another contract, is an empty one.</summary>
    public T Read<T>(Func<SqliteConnection, T> ask)
    {
        try
        {
            using var connection = OpenForReading();
            using var transaction = connection.BeginTransaction(deferred: true);
            return ask(connection);
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            Mark();
            throw new InvalidDataException($"the index '{path}' is damaged; it is built anew when the chain is read next", error);
        }
        catch (SqliteException error)
        {
            throw Unusable(error);
        }
    }

    /// <summary>Held by the one process that fills it; null if another has it. The system frees it when the process ends, however it ends.</summary>
    public IDisposable? TryHold() => HeldFile.TryTake(path + ".lock");

    /// <summary>Opens it to fill it, and begins anew if it cannot be gone on with.</summary>
    /// <param name="first">At which block it begins.</param>
    public (SqliteConnection Connection, RebuildCause Cause) OpenForWriting(ulong first)
    {
        try
        {
            var cause = Examine(first);
            Clear(cause);
            return (Open(first), cause);
        }
        catch (SqliteException error)
        {
            throw Unusable(error);
        }
    }

    /// <summary>Takes it away, so that it is begun anew. One that is damaged is kept beside: whatever it is, nobody wanted it gone.</summary>
    public void Clear(RebuildCause cause)
    {
        if (cause == RebuildCause.Damaged)
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }

        if (cause != RebuildCause.None)
        {
            File.Delete(path);
            File.Delete(path + "-wal");
            File.Delete(path + "-shm");
        }
    }

    /// <summary>Whether an error says that the file is not as it was written.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is NoSuchTable or Damage or NoDatabase;

    /// <summary>An error that has nothing to do with what is in the file.</summary>
    public IOException Unusable(SqliteException error) => new($"the index '{path}' cannot be used: {error.Message}", error);

    private RebuildCause Examine(ulong first)
    {
        if (!File.Exists(path))
        {
            return RebuildCause.None;
        }

        try
        {
            using var connection = Connect(SqliteOpenMode.ReadWrite);
            return (connection.Number("PRAGMA application_id"), connection.Number("PRAGMA user_version")) switch
            {
                (Application, IndexSchema.Form) => IsOf(connection, first) ? RebuildCause.None : RebuildCause.OtherPlace,
                (Application, IndexSchema.Damaged) => RebuildCause.Damaged,
                (Application, > IndexSchema.Form and var newer) => throw Newer(newer),
                (Application, _) => RebuildCause.OtherForm,
                _ when connection.Number("SELECT COUNT(*) FROM sqlite_master") == 0 => RebuildCause.None,
                _ => throw new InvalidDataException($"'{path}' is no index of contributions but another database; name another file"),
            };
        }
        catch (SqliteException error) when (IsDamage(error))
        {
            return RebuildCause.Damaged;
        }
    }

    // It could be built anew, but the newer program that wrote it would have to do the same then, and so on by turns.
    private NewerVersionException Newer(long form) => new(new NewerVersion(path, "indexes of contributions", form, IndexSchema.Form));

    private SqliteConnection OpenForReading()
    {
        if (!File.Exists(path))
        {
            return Empty();
        }

        var connection = Connect(SqliteOpenMode.ReadWrite);
        try
        {
            switch (connection.Number("PRAGMA user_version"))
            {
                case > IndexSchema.Form and var newer when connection.Number("PRAGMA application_id") == Application:
                    throw Newer(newer);
                case IndexSchema.Form when IsOf(connection, first: null):
                    return connection;
                case IndexSchema.Damaged:
                    throw new SqliteException("damage was found in it", Damage);
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        connection.Dispose();
        return Empty();
    }

    private SqliteConnection Open(ulong first)
    {
        var connection = Connect(SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;");
            if (connection.Number("PRAGMA user_version") == 0)
            {
                Create(connection, first);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private SqliteConnection Empty()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Create(connection, first: 0);
        return connection;
    }

    private void Create(SqliteConnection connection, ulong first)
    {
        using var transaction = connection.BeginTransaction();
        connection.Run(IndexSchema.Setup);
        connection.Run("INSERT INTO meta (place, first) VALUES ($place, $first)", ("$place", place.ToString()), ("$first", (long)first));
        connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {Application}; PRAGMA user_version = {IndexSchema.Form};"));
        transaction.Commit();
    }

    private bool IsOf(SqliteConnection connection, ulong? first)
    {
        using var command = connection.Command("SELECT place, first FROM meta");
        using var row = command.ExecuteReader();
        return row.Read() && row.GetString(0) == place.ToString() && (first is null || row.GetInt64(1) == (long)first);
    }

    // Whoever fills it next sees it. If it cannot be written, that one will notice by itself.
    private void Mark()
    {
        try
        {
            using var connection = Connect(SqliteOpenMode.ReadWrite);
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {IndexSchema.Damaged};"));
        }
        catch (SqliteException)
        {
        }
    }

    private SqliteConnection Connect(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = (int)patience.TotalSeconds }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
