using System.Net;
using System.Text.Json.Serialization;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;

namespace BlockAssist.Cli.Swarm;

/// <summary>Which swarm a node is in.</summary>
/// <param name="Network">The name of the swarm.</param>
/// <param name="Hub">The address of its hub; null where this node is the hub.</param>
/// <param name="Own">What the node coordinates; null where another one does.</param>
internal sealed record SwarmSettings(string Network, string? Hub, OwnSwarm? Own)
{
    /// <summary>Whether all that names something can be read.</summary>
    [JsonIgnore]
    public bool IsSound => NetworkId.IsName(Network) && (Own is null ? SwarmAddress.TryParse(Hub, out _) : BlobId.TryParse(Own.Base, out _) && BlobId.TryParse(Own.Recipe, out _));
}

/// <summary>A swarm that this node coordinates.</summary>
/// <param name="Listen">Where peers come in, as HOST:PORT.</param>
/// <param name="Base">The address of the model that it began with.</param>
/// <param name="Recipe">The address of how to train.</param>
internal sealed record OwnSwarm(string Listen, string Base, string Recipe)
{
    /// <summary>Whether the node began it by itself, for nobody else; it is left without being told to.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Peers that may do the hub's own work, and whose word on segments it trusts.</summary>
    public IReadOnlyList<string> Workers { get; init; } = [];

    /// <summary>An older model to which it goes back; null if to none.</summary>
    public SwarmRollback? Rollback { get; init; }

    /// <summary>Which rounds learn from their own play; null for none.</summary>
    public OwnSelfPlay? SelfPlay { get; init; }

    /// <summary>How its rounds go.</summary>
    public RoundPlan Plan { get; init; } = new();

    /// <summary>With what it began.</summary>
    public Genesis Genesis() => new(BlobId.Parse(Base), BlobId.Parse(Recipe).Digest)
    {
        SelfPlay = SelfPlay is null ? null : new SelfPlayRounds(BlobId.Parse(SelfPlay.Recipe).Digest, SelfPlay.Every),
    };

    /// <summary>Where this machine itself reaches the hub.</summary>
    /// <param name="hub">Who it is.</param>
    public SwarmAddress Here(PeerId hub)
    {
        var place = IPEndPoint.Parse(Listen);
        var address = place.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : place.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : place.Address;
        return new SwarmAddress(address.ToString(), place.Port, hub);
    }
}

/// <summary>Rounds of a swarm that learn from their own play.</summary>
/// <param name="Recipe">The address of how.</param>
/// <param name="Every">Every how many rounds.</param>
internal sealed record OwnSelfPlay(string Recipe, int Every);

/// <summary>A model to which a swarm goes back.</summary>
/// <param name="Round">The number of the round that is to begin with it.</param>
/// <param name="Model">Its address.</param>
internal sealed record SwarmRollback(ulong Round, string Model);

/// <summary>How what a node keeps of its swarm, and what the swarm's verbs print, looks as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SwarmSettings))]
[JsonSerializable(typeof(NodeStatus))]
[JsonSerializable(typeof(SwarmReport))]
[JsonSerializable(typeof(NodeReport))]
[JsonSerializable(typeof(WorkersReport))]
[JsonSerializable(typeof(SharedList))]
[JsonSerializable(typeof(TrafficForm))]
[JsonSerializable(typeof(SwarmRollback))]
internal sealed partial class SwarmNodeJson : JsonSerializerContext;
