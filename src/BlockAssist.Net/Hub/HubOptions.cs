using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub.Clusters;

namespace BlockAssist.Net.Hub;

/// <summary>What a hub is started with.</summary>
public sealed record HubOptions
{
    /// <summary>The file of its logs; not used where they are in a cluster.</summary>
    public required string Log { get; init; }

    /// <summary>The cluster of which its silo is one; null where it is alone.</summary>
    public ClusterPlace? Cluster { get; init; }

    /// <summary>What its coordinator goes by.</summary>
    public required CoordinatorOptions Coordinator { get; init; }

    /// <summary>How it lets peers in.</summary>
    public required GatewayOptions Gateway { get; init; }
}
