using BlockAssist.Net.Blobs;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>A lease to be trained.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Model">The model that the round begins with.</param>
/// <param name="Segments">How many segments of it count as done.</param>
/// <param name="Manner">How.</param>
public sealed record TrainingOrder(Lease Lease, BlobId Model, int Segments, TrainingManner Manner)
{
    /// <summary>What share of the segments is really trained, where not all are.</summary>
    public double Share { get; init; } = 1;

    /// <summary>The update that is copied, or the model that is trained instead of the right one.</summary>
    public BlobId? From { get; init; }
}
