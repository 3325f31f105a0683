using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Work;

/// <summary>Trains leases with what a peer has to learn from. The learner's part of a peer.</summary>
public interface ILeaseTrainer
{
    /// <summary>How many steps a second this machine trains, as the last lease told, or as is measured before the first.</summary>
    /// <param name="round">What the round begins with.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The speed; null where there is nothing to learn from.</returns>
    Task<double?> MeasureAsync(RoundFiles round, CancellationToken cancellation);

    /// <summary>Trains a lease, or goes on with one that was begun in the folder: after each segment all that it needs is on the disk.</summary>
    /// <param name="round">What the round begins with.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="folder">A folder for this lease alone.</param>
    /// <param name="progress">Told after each segment how many are done.</param>
    /// <param name="cancellation">Ends it; what was done is kept.</param>
    Task<TrainedLease> TrainAsync(RoundFiles round, Lease lease, string folder, IProgress<int>? progress, CancellationToken cancellation);

    /// <summary>What a lease has come to so far, for whoever must end before all of it is done.</summary>
    /// <param name="round">What the round begins with.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="folder">The folder in which it is trained.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>Null if not one segment is done.</returns>
    Task<TrainedLease?> SoFarAsync(RoundFiles round, Lease lease, string folder, CancellationToken cancellation);

    /// <summary>Writes all that the replay of a segment needs into one file.</summary>
    /// <param name="round">What the round begins with.</param>
    /// <param name="lease">A lease that was trained in the folder.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="segment">Which segment.</param>
    /// <param name="file">Where to.</param>
    /// <param name="cancellation">Ends it.</param>
    Task WriteEvidenceAsync(RoundFiles round, Lease lease, string folder, int segment, string file, CancellationToken cancellation);

    /// <summary>Writes the state after some steps of a segment into a file.</summary>
    /// <param name="round">What the round begins with.</param>
    /// <param name="lease">A lease that was trained in the folder.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="segment">Which segment.</param>
    /// <param name="steps">How many steps of it.</param>
    /// <param name="file">Where to.</param>
    /// <param name="cancellation">Ends it.</param>
    Task WriteStateAsync(RoundFiles round, Lease lease, string folder, int segment, int steps, string file, CancellationToken cancellation);
}
