using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What is known of peers when a round opens.</summary>
public sealed record Roster
{
    /// <summary>In how many rounds a peer's work was verified so far; peers that are not in it are new.</summary>
    public IReadOnlyDictionary<PeerId, int> VerifiedRounds { get; init; } = new Dictionary<PeerId, int>();

    /// <summary>Peers that lied; they get no lease.</summary>
    public IReadOnlySet<PeerId> Banned { get; init; } = new HashSet<PeerId>();

    /// <summary>Who can train segments again for others.</summary>
    public IReadOnlyList<PeerId> Verifiers { get; init; } = [];

    /// <summary>Whether trainers may verify themselves: a node alone has nobody else, and nobody to deceive.</summary>
    public bool IsAlone { get; init; }
}
