using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Rounds;

/// <summary>Something that a round wants done.</summary>
public abstract record RoundCommand;

/// <summary>Tell a peer its lease.</summary>
public sealed record GrantLease(Lease Lease) : RoundCommand;

/// <summary>Tell a peer why what it said does not count.</summary>
public sealed record Refuse(PeerId Peer, RoundRefusal Reason) : RoundCommand;

/// <summary>Tell all that there is more time than the terms said.</summary>
public sealed record Extend(RoundTerms Terms) : RoundCommand;

/// <summary>Ask those who committed to reveal.</summary>
public sealed record AskToReveal(IReadOnlyList<PeerId> Peers) : RoundCommand;

/// <summary>Look at updates.</summary>
/// <param name="Updates">Whose, where they are, of how many segments, and whether they say how long updates are; in the order in which they were committed to.</param>
public sealed record Screen(IReadOnlyList<(PeerId Peer, BlobId Update, int Segments, bool SetsLength)> Updates) : RoundCommand;

/// <summary>Ask a trainer for the evidence of segments.</summary>
public sealed record AskForEvidence(PeerId Peer, IReadOnlyList<int> Segments) : RoundCommand;

/// <summary>Ask a verifier to train a segment again.</summary>
/// <param name="Verifier">Who is asked.</param>
/// <param name="Lease">The trainer's lease.</param>
/// <param name="Segment">Which segment of it.</param>
/// <param name="Commitment">What the trainer committed to.</param>
/// <param name="Marks">What it revealed of all its segments.</param>
/// <param name="Evidence">What it sent of this one.</param>
public sealed record AskToReplay(PeerId Verifier, Lease Lease, int Segment, Commitment Commitment, IReadOnlyList<SegmentMark> Marks, BlobId Evidence) : RoundCommand;

/// <summary>Ask a side of a dispute for its state after a step.</summary>
/// <param name="Peer">Which side.</param>
/// <param name="Trainer">Whose segment is disputed.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Step">After which step, counted from the segment's beginning.</param>
public sealed record AskForState(PeerId Peer, PeerId Trainer, int Segment, int Step) : RoundCommand;

/// <summary>Decide what a dispute has come to.</summary>
/// <param name="Segment">What is disputed, as the challenger was asked to train it again.</param>
/// <param name="Device">The class of device that the challenger did so on.</param>
/// <param name="Task">What is to be decided.</param>
public sealed record Judge(AskToReplay Segment, string Device, DisputeTask Task) : RoundCommand;

/// <summary>Find out what clips are worth.</summary>
/// <param name="Peer">Who offers them.</param>
/// <param name="Clips">Where they are.</param>
public sealed record Value(PeerId Peer, IReadOnlyList<BlobId> Clips) : RoundCommand;

/// <summary>Merge updates.</summary>
/// <param name="Updates">Whose, where they are, and how much each counts.</param>
public sealed record Merge(IReadOnlyList<(PeerId Peer, BlobId Update, double Weight)> Updates) : RoundCommand;

/// <summary>Let a merged model play against the base.</summary>
public sealed record Gate(BlobId Candidate) : RoundCommand;

/// <summary>Tell all what came of the round.</summary>
public sealed record Close(RoundRecord Record) : RoundCommand;
