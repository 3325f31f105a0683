using BlockAssist.Net.Blobs;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Links;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Peers;

/// <summary>What a peer works with.</summary>
/// <param name="Link">Its way to the hub.</param>
/// <param name="Blobs">Its blobs.</param>
/// <param name="Folder">Where it keeps what it needs to go on with a round.</param>
/// <param name="Trainer">Trains its leases.</param>
/// <param name="Replayer">Trains segments of others again.</param>
/// <param name="News">Who is told what happens.</param>
public sealed record PeerTools(SwarmLink Link, BlobStore Blobs, string Folder, ILeaseTrainer Trainer, ISegmentReplayer Replayer, IProgress<PeerNews> News)
{
    /// <summary>Where the rounds are that it has begun, a folder each.</summary>
    public string Rounds => Path.Combine(Folder, "rounds");

    /// <summary>The clips that it offers to others; null where it offers none.</summary>
    public OwnClips? OwnClips { get; init; }

    /// <summary>Where it keeps clips of others; null where it wants none.</summary>
    public ForeignClips? ForeignClips { get; init; }

    /// <summary>Of which rounds before one it wants to be told what came of them, besides those that it has begun; by default of none.</summary>
    public Func<ulong, IReadOnlyList<ulong>> MissingRecords { get; init; } = _ => [];

    /// <summary>When the peer may train; by default it always may.</summary>
    public TrainingPermit Permit { get; init; } = new(() => true, TimeProvider.System);
}
