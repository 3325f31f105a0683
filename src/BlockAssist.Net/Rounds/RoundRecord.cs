using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Rounds;

/// <summary>What came of a round.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Model">The model that the next round begins with.</param>
/// <param name="IsPromoted">Whether that is a new one.</param>
/// <param name="Merge">What was merged; null where nothing was.</param>
/// <param name="Gate">What the gate said; null where nothing was merged.</param>
/// <param name="Credits">A line for everybody who took a lease.</param>
/// <param name="Verifications">What verifiers are credited.</param>
/// <param name="Refuted">Who lied.</param>
public sealed record RoundRecord(
    RoundTerms Terms,
    BlobId Model,
    bool IsPromoted,
    MergeResult? Merge,
    GateResult? Gate,
    IReadOnlyList<CreditLine> Credits,
    IReadOnlyDictionary<PeerId, double> Verifications,
    IReadOnlyList<PeerId> Refuted)
{
    /// <summary>The play that was new.</summary>
    public IReadOnlyList<CountedPlay> Play { get; init; } = [];

    /// <summary>The clips that peers shared, the one that helped most first.</summary>
    public IReadOnlyList<SharedClip> Clips { get; init; } = [];

    /// <summary>Who said of others that they lied, and lost the dispute over it.</summary>
    public IReadOnlyList<PeerId> Slanderers { get; init; } = [];
}
