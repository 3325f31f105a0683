using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Peers;

/// <summary>Something that happens to a peer, for whoever watches it.</summary>
public abstract record PeerNews;

/// <summary>It has found the swarm, and has what the round begins with.</summary>
/// <param name="Welcome">Where the swarm is.</param>
/// <param name="Files">The files.</param>
public sealed record FoundSwarm(Welcome Welcome, RoundFiles Files) : PeerNews;

/// <summary>It has nothing to learn from yet, and only listens and verifies.</summary>
public sealed record NothingToLearn : PeerNews;

/// <summary>It may not train now, and only listens and verifies.</summary>
public sealed record MayNotTrain : PeerNews;

/// <summary>It was given work, or was not.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Answer">What the hub said.</param>
public sealed record AskedForLease(ulong Round, string Answer) : PeerNews;

/// <summary>It trains a lease.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Segments">How many segments are done.</param>
/// <param name="Until">Until when it may commit.</param>
public sealed record TrainingLease(Lease Lease, int Segments, DateTimeOffset Until) : PeerNews;

/// <summary>It has said something about its work.</summary>
/// <param name="Round">In which round.</param>
/// <param name="What">What: the kind of event.</param>
/// <param name="Answer">What the hub said.</param>
public sealed record SpokeOfWork(ulong Round, string What, string Answer) : PeerNews;

/// <summary>It trains a segment of another peer again.</summary>
public sealed record ReplayingSegment(PeerId Trainer, int Segment) : PeerNews;

/// <summary>It has trained a segment of another peer again.</summary>
/// <param name="Trainer">Whose segment.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Finding">What came of it.</param>
public sealed record ReplayedSegment(PeerId Trainer, int Segment, ReplayFinding Finding) : PeerNews
{
    /// <summary>In which round.</summary>
    public ulong Round { get; init; }

    /// <summary>How long it took, once all that it takes was here.</summary>
    public TimeSpan Took { get; init; }
}

/// <summary>It shows in a dispute to what state it came.</summary>
/// <param name="Trainer">Whose segment is disputed.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Step">After which step of it.</param>
public sealed record ShowingState(PeerId Trainer, int Segment, int Step) : PeerNews;

/// <summary>A round is over.</summary>
/// <param name="Record">What came of it.</param>
/// <param name="Own">What came of it for this peer; null if it had no lease.</param>
/// <param name="Proof">The envelope in which the hub said so, for others to believe it.</param>
public sealed record RoundOver(RoundRecord Record, CreditLine? Own, ReadOnlyMemory<byte> Proof) : PeerNews
{
    /// <summary>Whether it was over while the peer was away.</summary>
    public bool IsMissed { get; init; }
}

/// <summary>A new model was promoted, and is here.</summary>
/// <param name="Round">By which round.</param>
/// <param name="File">Its file.</param>
public sealed record ModelCame(ulong Round, string File) : PeerNews;

/// <summary>It has offered clips of its player's sessions.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Clips">How many.</param>
/// <param name="Answer">What the hub said.</param>
public sealed record OfferedClips(ulong Round, int Clips, string Answer) : PeerNews;

/// <summary>Clips of others have come.</summary>
/// <param name="Round">Of which round.</param>
/// <param name="Sound">How many can be learnt from.</param>
/// <param name="Clips">Of how many.</param>
public sealed record ClipsCame(ulong Round, int Sound, int Clips) : PeerNews;

/// <summary>Something does not work; it is tried again.</summary>
/// <param name="Why">What.</param>
/// <param name="Again">In what time.</param>
public sealed record Trouble(string Why, TimeSpan Again) : PeerNews;
