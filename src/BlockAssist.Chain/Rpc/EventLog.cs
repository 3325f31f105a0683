using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>What a contract told in a transaction, as nodes keep it.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Topics">What nodes can look for, at most four.</param>
/// <param name="Data">The rest.</param>
/// <param name="Height">How high the block is that it is in.</param>
/// <param name="BlockHash">The hash of that block.</param>
/// <param name="Transaction">In which transaction.</param>
/// <param name="Index">As how many-th of the block.</param>
public sealed record EventLog(Address Contract, IReadOnlyList<Hash32> Topics, ReadOnlyMemory<byte> Data, ulong Height, Hash32 BlockHash, Hash32 Transaction, ulong Index)
{
    private const int MostTopics = 4;

    internal static EventLog Of(JsonElement log)
    {
        var topics = log.GetProperty("topics");
        return topics.GetArrayLength() <= MostTopics
            ? new EventLog(
                Address.Parse(log.Text("address")), [.. topics.EnumerateArray().Select(topic => Hash32.Parse(topic.GetString()))], Hex.Read(log.Text("data")),
                log.Number("blockNumber"), log.Hash("blockHash"), log.Hash("transactionHash"), log.Number("logIndex"))
            : throw new ChainFormatException($"a log of more than {MostTopics} topics");
    }
}
