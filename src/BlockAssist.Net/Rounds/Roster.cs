using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What is known of peers when a round opens.</summary>
public sealed record Roster
{
    /// <summary>In how many rounds a peer's work was verified, or trusted, so far; peers that are not in it are new.</summary>
    public IReadOnlyDictionary<PeerId, int> VerifiedRounds { get; init; } = new Dictionary<PeerId, int>();

    /// <summary>Peers that lied; they get no lease.</summary>
    public IReadOnlySet<PeerId> Banned { get; init; } = new HashSet<PeerId>();

    /// <summary>Who trains segments again for others. Where none of them can, those do who train in the round themselves.</summary>
    public IReadOnlyList<PeerId> Verifiers { get; init; } = [];

    /// <summary>Who coordinates. Where it trains and nobody else is there, it verifies itself: it has nobody to deceive.</summary>
    public PeerId? Coordinator { get; init; }
}
