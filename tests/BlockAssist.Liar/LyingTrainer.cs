using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Liar;

/// <summary>Trains a lease, then claims to have come elsewhere: marks, update and evidence fit together, only the steps do not lead there.</summary>
/// <param name="honest">What trains.</param>
internal sealed class LyingTrainer(ILeaseTrainer honest) : ILeaseTrainer
{
    /// <inheritdoc/>
    public Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation) => honest.MeasureAsync(round, cancellation);

    /// <inheritdoc/>
    public async Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation)
    {
        var trained = await honest.TrainAsync(round, lease, folder, progress, cancellation);
        for (var segment = 0; segment < trained.Marks.Count; segment++)
        {
            Forgery.Of(folder, segment, round.Base);
        }

        // All segments are there: nothing is trained any more, and the update is made of what the folder says now.
        return await honest.TrainAsync(round, lease, folder, progress, cancellation);
    }

    /// <inheritdoc/>
    public Task<TrainedLease?> SoFarAsync(RoundFiles round, Lease lease, string folder, CancellationToken cancellation) => honest.SoFarAsync(round, lease, folder, cancellation);

    /// <inheritdoc/>
    public Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation) =>
        honest.WriteEvidenceAsync(round, lease, folder, segment, file, cancellation);

    /// <inheritdoc/>
    public Task WriteStateAsync(RoundFiles round, Lease lease, string folder, int segment, int steps, string file, CancellationToken cancellation) =>
        honest.WriteStateAsync(round, lease, folder, segment, steps, file, cancellation);
}
