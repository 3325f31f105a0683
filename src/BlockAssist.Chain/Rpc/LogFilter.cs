using System.Text.Json.Nodes;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Which logs are looked for.</summary>
/// <param name="Contract">Whose.</param>
/// <param name="Topics">A topic a place, null where any will do.</param>
public sealed record LogFilter(Address Contract, IReadOnlyList<Hash32?> Topics)
{
    /// <summary>Whether a log is one of them: nodes need not be right about it.</summary>
    public bool Matches(EventLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return log.Contract == Contract && log.Topics.Count >= Topics.Count && Topics.Select((topic, i) => topic is null || topic == log.Topics[i]).All(isMet => isMet);
    }

    internal JsonObject ToJson() => new()
    {
        ["address"] = Contract.ToString(),
        ["topics"] = new JsonArray([.. Topics.Select(topic => topic is { } hash ? JsonValue.Create(hash.ToString()) : null)]),
    };
}
