using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Tests.Compatibility;

/// <summary>What tests do to SQLite files behind the back of who keeps them.</summary>
internal static class SqliteFile
{
    /// <summary>Brings all of it into the one file.</summary>
    public static void Close(string path) => Run(path, "PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>Lets it be of another version.</summary>
    public static void SetVersion(string path, int version) => Run(path, $"PRAGMA user_version = {version}; PRAGMA wal_checkpoint(TRUNCATE);");

    private static void Run(string path, string text)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
