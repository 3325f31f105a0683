using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Swarm.Simulated;

/// <summary>A lease that was trained, or not, with all its states.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Training">Makes steps as its trainer does.</param>
/// <param name="Begin">The state that it began in.</param>
/// <param name="Ends">The states after each of its segments, as the trainer says.</param>
/// <param name="Update">The update that the trainer sends.</param>
/// <param name="IsOwn">Whether the update follows from the last state.</param>
internal sealed record LeaseMoments(Lease Lease, InnerTraining Training, TrainingMoment Begin, IReadOnlyList<TrainingMoment> Ends, BlobId Update, bool IsOwn)
{
    /// <summary>What its trainer reveals.</summary>
    public IReadOnlyList<SegmentMark> Marks => [.. Ends.Select((end, segment) => new SegmentMark(DigestOf(end), Digest.Of("simulated/lessons/", BitConverter.GetBytes(Lease.Seed + (ulong)segment)), 1))];

    /// <summary>The state before a segment, as the trainer says.</summary>
    /// <param name="model">The state of the model that the round begins with.</param>
    /// <param name="segment">The segment.</param>
    public TrainingMoment Before(TrainingMoment model, int segment) => segment == 0 ? model : Ends[segment - 1];

    /// <summary>The digest of a state.</summary>
    public static Digest DigestOf(TrainingMoment moment) => Digest.TryParse(moment.Hash(), out var digest) ? digest : throw new InvalidOperationException("a hash that is no digest");
}
