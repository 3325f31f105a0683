using System.Numerics;
using BlockAssist.Chain.Databases;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>An index as it is at one moment, while it is asked.</summary>
internal sealed class IndexReading
{
    private readonly SqliteConnection _connection;

    /// <summary>A connection with a transaction.</summary>
    public IndexReading(SqliteConnection connection)
    {
        _connection = connection;
        UpTo = List("SELECT done, seen FROM meta", row => new ReadUpTo(HeightAt(row, 0), HeightAt(row, 1)))[0];
    }

    /// <summary>How far it is.</summary>
    public ReadUpTo UpTo { get; }

    /// <summary>All rows of an answer.</summary>
    public IReadOnlyList<T> List<T>(string text, Func<SqliteDataReader, T> read, params IReadOnlyList<(string Name, object? Value)> values) => _connection.List(text, read, values);

    /// <summary>The one number of an answer.</summary>
    public int Count(string text, params IReadOnlyList<(string Name, object? Value)> values) => List(text, row => row.GetInt32(0), values)[0];

    /// <summary>Where something was told: its place, and in the next column its transaction.</summary>
    public ToldAt ToldAt(SqliteDataReader row, int column)
    {
        var height = LogPlace.HeightOf(row.GetInt64(column));
        return new ToldAt(HashAt(row, column + 1), height, height <= UpTo.Final);
    }

    /// <summary>A hash; all zero where there is none.</summary>
    public static Hash32 HashAt(SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    /// <summary>An account.</summary>
    public static Address AddressAt(SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    /// <summary>A number of any size.</summary>
    public static BigInteger NumberAt(SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), isUnsigned: true, isBigEndian: true);

    /// <summary>An amount.</summary>
    public static Wei WeiAt(SqliteDataReader row, int column) => new(NumberAt(row, column));

    /// <summary>Five numbers, from a column on.</summary>
    public static KindCounts KindsAt(SqliteDataReader row, int column) =>
        new(row.GetInt32(column), row.GetInt32(column + 1), row.GetInt32(column + 2), row.GetInt32(column + 3), row.GetInt32(column + 4));

    private static ulong? HeightAt(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : (ulong)row.GetInt64(column);
}
