using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Chain.Standings;

/// <summary>Writes what the contract told into the tables.</summary>
internal sealed class FactInserts : IDisposable
{
    private const int Word = 32;

    private readonly Dictionary<Hash32, (AbiEvent Event, SqliteCommand Command)> _facts;

    /// <summary>Inserts of a connection.</summary>
    public FactInserts(SqliteConnection connection, ContractAbi abi) => _facts = IndexSchema.Facts.ToDictionary(
        fact => abi.Event(fact.Event).Topic, fact => (abi.Event(fact.Event), Insert(connection, fact.Table, abi.Event(fact.Event))));

    /// <summary>The topics of the events of which there are tables.</summary>
    public static IReadOnlyList<Hash32> Topics(ContributionsArtifact artifact) => [.. IndexSchema.Facts.Select(fact => artifact.Abi.Event(fact.Event).Topic)];

    /// <summary>Adds what a log tells.</summary>
    /// <exception cref="ChainException">The contract tells no such thing.</exception>
    public void Add(EventLog log, SqliteTransaction transaction)
    {
        if (log.Topics is not [var topic, ..] || !_facts.TryGetValue(topic, out var fact))
        {
            throw new ChainException(ChainFault.Malformed, "the node tells of another event than it was asked for");
        }

        var parameters = fact.Command.Parameters;
        (parameters[0].Value, parameters[1].Value) = (LogPlace.Of(log), log.Transaction.ToArray());
        var values = ValuesOf(fact.Event, log);
        for (var i = 0; i < values.Count; i++)
        {
            parameters[i + 2].Value = ToColumn(fact.Event.Inputs.Parts[i].Type, values[i]);
        }

        fact.Command.Transaction = transaction;
        fact.Command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, command) in _facts.Values)
        {
            command.Dispose();
        }
    }

    private static IReadOnlyList<object> ValuesOf(AbiEvent told, EventLog log)
    {
        try
        {
            return told.Decode(log.Topics, log.Data);
        }
        catch (ChainFormatException error)
        {
            throw new ChainException(ChainFault.Malformed, $"the node tells of {told.Name} what the contract cannot have told: {error.Message}");
        }
    }

    private static object ToColumn(AbiType type, object value) => value switch
    {
        Address account => account.ToArray(),
        Hash32 hash => hash.ToArray(),
        bool isSo => isSo ? 1L : 0L,
        BigInteger number when type.Name == "uint256" => WordOf(number),
        BigInteger number when number <= long.MaxValue => (long)number,
        BigInteger => throw new ChainException(ChainFault.Malformed, "the node tells of a time that will never be"),
        _ => value,
    };

    private static byte[] WordOf(BigInteger number)
    {
        var word = new byte[Word];
        number.TryWriteBytes(word.AsSpan(Word - number.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        return word;
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, AbiEvent told)
    {
        string[] columns = ["at", "tx", .. told.Inputs.Parts.Select(part => part.Name)];
        var command = connection.CreateCommand();
        command.CommandText = $"""INSERT INTO {table} ("{string.Join("\", \"", columns)}") VALUES (${string.Join(", $", columns)})""";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

        return command;
    }
}
