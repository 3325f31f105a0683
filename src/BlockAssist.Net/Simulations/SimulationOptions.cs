using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Hubs;
using BlockAssist.Net.Simulations.Lines;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Simulations;

/// <summary>How a simulation goes.</summary>
public sealed record SimulationOptions
{
    private const int PeersAVerifier = 25;

    /// <summary>How many people there are, each with a machine.</summary>
    public int Peers { get; init; } = 16;

    /// <summary>What share of them does not take part honestly.</summary>
    public double Attackers { get; init; }

    /// <summary>How those do take part.</summary>
    public PeerKind Kind { get; init; } = PeerKind.Forging;

    /// <summary>Up to which round they do as honest ones do.</summary>
    public ulong HonestUntil { get; init; }

    /// <summary>How many rounds are played.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Fixes everything.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>In how many rounds the work of everybody was verified before: 0 of new peers, 20 makes a name, 60 trust.</summary>
    public int Standing { get; init; }

    /// <summary>How many verifiers the hub has of its own; by default one for 25 leases.</summary>
    public int? HubVerifiers { get; init; }

    /// <summary>How rounds go.</summary>
    public RoundPlan Plan { get; init; } = new();

    /// <summary>Who counts as new and as trusted.</summary>
    public TrustPolicy Trust { get; init; } = new();

    /// <summary>How fast machines train, in the middle of all: steps a second.</summary>
    public double StepsASecond { get; init; } = 3;

    /// <summary>The spread of the logarithm of that.</summary>
    public double SpeedSpread { get; init; } = 0.5;

    /// <summary>How many identities a machine has where its owner is a sybil.</summary>
    public int Identities { get; init; } = 100;

    /// <summary>How peers are connected.</summary>
    public LineOptions Lines { get; init; } = new();

    /// <summary>When people are there.</summary>
    public SessionOptions Sessions { get; init; } = new();

    /// <summary>How long the hub's own work takes.</summary>
    public SimulatedHubOptions Hub { get; init; } = new();

    /// <summary>How many of the people are attackers.</summary>
    internal int CountOfAttackers => (int)Math.Round(Peers * Attackers);

    /// <summary>How many identities there are, the hub's own verifiers included.</summary>
    public int CountOfIdentities => CountOfTrainers + CountOfVerifiers;

    /// <summary>How many verifiers the hub has.</summary>
    internal int CountOfVerifiers => HubVerifiers ?? Math.Max(1, Math.Min(CountOfTrainers, Plan.MostLeases) / PeersAVerifier);

    private int CountOfTrainers => Peers - CountOfAttackers + (CountOfAttackers * (Kind == PeerKind.Sybil ? Identities : 1));

    /// <summary>After this much time it ends, whether all rounds were played or not.</summary>
    internal TimeSpan MostTime => (Rounds + 2) * 2 * (Plan.Training + Plan.Revealing + Plan.Verifying + TimeSpan.FromHours(1));
}
