using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Rounds;

/// <summary>What a round begins with.</summary>
/// <param name="Terms">Its terms.</param>
/// <param name="Secret">The coordinator's secret, which nobody may see before all is revealed.</param>
/// <param name="Roster">What is known of peers.</param>
/// <param name="Lineage">The models that were promoted so far, the oldest first; the last one is where the round begins.</param>
public sealed record RoundOpening(RoundTerms Terms, ReadOnlyMemory<byte> Secret, Roster Roster, IReadOnlyList<BlobId> Lineage)
{
    /// <summary>How closely peers are watched.</summary>
    public TrustPolicy Trust { get; init; } = new();
}
