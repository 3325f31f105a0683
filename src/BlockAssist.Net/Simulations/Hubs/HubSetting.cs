using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>What a simulated hub goes by.</summary>
internal sealed record HubSetting
{
    /// <summary>The swarm.</summary>
    public required NetworkId Network { get; init; }

    /// <summary>How rounds go.</summary>
    public required RoundPlan Plan { get; init; }

    /// <summary>Who counts as new and as trusted.</summary>
    public required TrustPolicy Trust { get; init; }

    /// <summary>Its own verifiers.</summary>
    public required IReadOnlyList<PeerId> Verifiers { get; init; }

    /// <summary>In how many rounds the work of each peer was verified before the simulation begins.</summary>
    public required IReadOnlyDictionary<PeerId, int> Names { get; init; }

    /// <summary>How many senders its gate remembers.</summary>
    public required int Senders { get; init; }

    /// <summary>How long its work takes.</summary>
    public required SimulatedHubOptions Options { get; init; }

    /// <summary>Its chance.</summary>
    public required Draws Draws { get; init; }
}
