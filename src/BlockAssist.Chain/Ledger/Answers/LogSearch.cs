using System.Text.Json.Nodes;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Answers;

/// <summary>Which logs are asked for: a topic, one of several, or any, a place.</summary>
internal sealed class LogSearch
{
    private readonly bool _isOfContract;
    private readonly IReadOnlyList<HashSet<Hash32>?> _topics;

    /// <exception cref="ChainFormatException">The filter is none.</exception>
    public LogSearch(JsonObject filter, Address contract)
    {
        _isOfContract = AnyOf(filter["address"], Address.Parse) is not { } addresses || addresses.Contains(contract);
        _topics = filter["topics"] is JsonArray topics ? [.. topics.Select(topic => AnyOf(topic, Hash32.Parse))] : [];
    }

    public bool Means(Log log) =>
        _isOfContract && log.Topics.Count >= _topics.Count && _topics.Index().All(place => place.Item?.Contains(log.Topics[place.Index]) ?? true);

    private static HashSet<T>? AnyOf<T>(JsonNode? node, Func<string, T> read) => node switch
    {
        null => null,
        JsonArray several => [.. several.Select(one => read(Arguments.TextOf(one)))],
        _ => [read(Arguments.TextOf(node))],
    };
}
