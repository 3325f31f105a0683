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

    /// <summary>The momentum of the models that may be gone back to, the oldest first; of those that are not named it is in their own files, or they have none.</summary>
    public IReadOnlyList<(BlobId Model, BlobId Momentum)> Momenta { get; init; } = [];

    /// <summary>The momentum of a model; null where none is named.</summary>
    public BlobId? MomentumOf(BlobId model)
    {
        foreach (var (known, momentum) in Momenta)
        {
            if (known == model)
            {
                return momentum;
            }
        }

        return null;
    }
}
