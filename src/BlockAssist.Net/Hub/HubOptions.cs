using BlockAssist.Net.Gateway;

namespace BlockAssist.Net.Hub;

/// <summary>What a hub is started with.</summary>
public sealed record HubOptions
{
    /// <summary>The file of its logs.</summary>
    public required string Log { get; init; }

    /// <summary>What its coordinator goes by.</summary>
    public required CoordinatorOptions Coordinator { get; init; }

    /// <summary>How it lets peers in.</summary>
    public required GatewayOptions Gateway { get; init; }
}
