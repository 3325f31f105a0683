using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Databases;

/// <summary>What is asked of an SQLite database, with values that are never part of its text; a null is its NULL.</summary>
internal static class SqliteQueries
{
    /// <summary>A command; the caller disposes it.</summary>
    public static SqliteCommand Command(this SqliteConnection connection, string text, params IReadOnlyList<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    /// <summary>Runs commands.</summary>
    /// <returns>How many rows they changed.</returns>
    public static int Run(this SqliteConnection connection, string text, params IReadOnlyList<(string Name, object? Value)> values)
    {
        using var command = connection.Command(text, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>All rows of an answer.</summary>
    public static List<T> List<T>(this SqliteConnection connection, string text, Func<SqliteDataReader, T> read, params IReadOnlyList<(string Name, object? Value)> values)
    {
        using var command = connection.Command(text, values);
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    /// <summary>The one number of an answer.</summary>
    public static long Number(this SqliteConnection connection, string text) => connection.List(text, row => row.GetInt64(0))[0];
}
