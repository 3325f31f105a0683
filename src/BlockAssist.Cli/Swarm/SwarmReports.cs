using System.Text.Json.Serialization;

namespace BlockAssist.Cli.Swarm;

/// <summary>A swarm as a node sees it.</summary>
/// <param name="Network">Its name.</param>
/// <param name="Hub">Where its hub is reached, and who it is.</param>
/// <param name="Coordinates">Whether this node is the hub.</param>
internal sealed record SwarmReport(string Network, string Hub, bool Coordinates)
{
    /// <summary>The round that is open or next; null where the hub does not answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ulong? Round { get; init; }

    /// <summary>Where that is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stage { get; init; }

    /// <summary>The model that the round begins with.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    /// <summary>Why nothing more is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Trouble { get; init; }
}

/// <summary>A node in its swarm.</summary>
/// <param name="Running">Whether it runs.</param>
/// <param name="Status">What it last wrote; null if it never ran.</param>
internal sealed record NodeReport(bool Running, NodeStatus? Status)
{
    /// <summary>What it has of all that it was credited; null where it is in no swarm, or has seen no round.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditReport? Credit { get; init; }

    /// <summary>The last segment that was trained again; null if there was none, or it is in no swarm.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReplayReport? LastReplay { get; init; }
}

/// <summary>Who works for a hub.</summary>
/// <param name="Workers">Their ids.</param>
internal sealed record WorkersReport(IReadOnlyList<string> Workers);

/// <summary>Which sessions are shared.</summary>
/// <param name="Files">Their files.</param>
/// <param name="Notes">Which of them bring no credit as new play, and why.</param>
internal sealed record SharedList(IReadOnlyList<string> Files, IReadOnlyList<string> Notes);
