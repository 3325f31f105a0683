using System.Text.Json.Nodes;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Which logs are looked for.</summary>
public sealed record LogFilter
{
    /// <summary>A filter of one topic a place.</summary>
    /// <param name="contract">Whose.</param>
    /// <param name="topics">The topics, null where any will do.</param>
    public LogFilter(Address contract, IReadOnlyList<Hash32?> topics)
        : this(contract, topics.Select(topic => topic is { } hash ? (IReadOnlyList<Hash32>)[hash] : []).ToArray())
    {
    }

    private LogFilter(Address contract, IReadOnlyList<Hash32>[] topics) => (Contract, Topics) = (contract, topics);

    /// <summary>Whose.</summary>
    public Address Contract { get; }

    /// <summary>The topics of which one must be in a place; none where any will do.</summary>
    public IReadOnlyList<IReadOnlyList<Hash32>> Topics { get; }

    /// <summary>A filter of several kinds of events.</summary>
    /// <param name="contract">Whose.</param>
    /// <param name="events">The first topic of each.</param>
    public static LogFilter OfEvents(Address contract, IReadOnlyList<Hash32> events) => new(contract, (IReadOnlyList<Hash32>[])[events]);

    /// <summary>Whether a log is one of them: nodes need not be right about it.</summary>
    public bool Matches(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Contract == Contract && log.Topics.Count >= Topics.Count && Topics.Select((choice, i) => choice.Count == 0 || choice.Contains(log.Topics[i])).All(isMet => isMet);
    }

    internal JsonObject ToJson() => new()
    {
        ["address"] = Contract.ToString(),
        ["topics"] = new JsonArray([.. Topics.Select(Choice)]),
    };

    private static JsonNode? Choice(IReadOnlyList<Hash32> topics) => topics switch
    {
        [] => null,
        [var topic] => JsonValue.Create(topic.ToString()),
        _ => new JsonArray([.. topics.Select(topic => JsonValue.Create(topic.ToString()))]),
    };
}
