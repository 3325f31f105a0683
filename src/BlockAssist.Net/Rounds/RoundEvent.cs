using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Rounds;

/// <summary>Something that happened in a round. The events in order are all that a round depends on: whoever has them can go through it again.</summary>
/// <param name="At">When, by the coordinator's clock.</param>
public abstract record RoundEvent(DateTimeOffset At);

/// <summary>A peer asks for work.</summary>
public sealed record LeaseAsked(DateTimeOffset At, PeerId Peer, double StepsASecond) : RoundEvent(At);

/// <summary>A peer binds itself.</summary>
public sealed record Committed(DateTimeOffset At, PeerId Peer, Commitment Commitment) : RoundEvent(At);

/// <summary>A peer shows what it committed to; its update is here, whole.</summary>
public sealed record Revealed(DateTimeOffset At, PeerId Peer, Revelation Revelation) : RoundEvent(At);

/// <summary>Updates were looked at.</summary>
/// <param name="At">When.</param>
/// <param name="Faults">What speaks against each.</param>
/// <param name="Gains">By how much each makes the model better at what nobody had seen, in the learner's unit; below 0 worse.</param>
/// <param name="Secret">The coordinator's secret.</param>
public sealed record Screened(DateTimeOffset At, IReadOnlyDictionary<PeerId, ScreenFault> Faults, IReadOnlyDictionary<PeerId, double> Gains, ReadOnlyMemory<byte> Secret) : RoundEvent(At);

/// <summary>A trainer sends what the replay of a drawn segment needs.</summary>
public sealed record EvidenceGiven(DateTimeOffset At, PeerId Peer, int Segment, BlobId Evidence) : RoundEvent(At);

/// <summary>A verifier has trained a segment again.</summary>
/// <param name="At">When.</param>
/// <param name="Verifier">Who.</param>
/// <param name="Peer">Whose segment.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Difference">How far the two ends are apart, as a share of the update.</param>
public sealed record Replayed(DateTimeOffset At, PeerId Verifier, PeerId Peer, int Segment, ReplayOutcome Outcome, double Difference) : RoundEvent(At)
{
    /// <summary>What the finding is about.</summary>
    public ReplaySubject Subject { get; init; }

    /// <summary>The demonstrations that it was shown.</summary>
    public IReadOnlyList<PlaySeen> Play { get; init; } = [];

    /// <summary>The class of device that trained again.</summary>
    public string Device { get; init; } = "";
}

/// <summary>A side of a dispute shows its state after a step; it is here, whole.</summary>
/// <param name="At">When.</param>
/// <param name="Peer">Which side.</param>
/// <param name="Trainer">Whose segment is disputed.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Step">After which step of it.</param>
/// <param name="State">The state.</param>
public sealed record StateShown(DateTimeOffset At, PeerId Peer, PeerId Trainer, int Segment, int Step, BlobId State) : RoundEvent(At);

/// <summary>The referee has done what a dispute asked of it.</summary>
/// <param name="At">When.</param>
/// <param name="Trainer">Whose segment is disputed.</param>
/// <param name="Segment">Which one.</param>
/// <param name="Ruling">What it says.</param>
public sealed record Ruled(DateTimeOffset At, PeerId Trainer, int Segment, Ruling Ruling) : RoundEvent(At);

/// <summary>A peer offers clips of its play; they are here, whole.</summary>
public sealed record ClipsOffered(DateTimeOffset At, PeerId Peer, IReadOnlyList<BlobId> Clips) : RoundEvent(At);

/// <summary>The clips that a peer offers were played again.</summary>
/// <param name="At">When.</param>
/// <param name="Peer">Who offers them.</param>
/// <param name="Clips">Those of which something came.</param>
public sealed record ClipsValued(DateTimeOffset At, PeerId Peer, IReadOnlyList<SharedClip> Clips) : RoundEvent(At);

/// <summary>A model was merged.</summary>
public sealed record Merged(DateTimeOffset At, BlobId Candidate, MergeResult Result) : RoundEvent(At);

/// <summary>The merged model has played.</summary>
public sealed record Gated(DateTimeOffset At, GateResult Result) : RoundEvent(At);

/// <summary>The coordinator is back, after it was away when the round should have gone on: everybody gets at least its patience from now on.</summary>
/// <param name="At">When.</param>
/// <param name="Longer">How much longer all that is still to end takes.</param>
public sealed record Resumed(DateTimeOffset At, TimeSpan Longer) : RoundEvent(At);

/// <summary>Nothing but time.</summary>
public sealed record TimePassed(DateTimeOffset At) : RoundEvent(At);
