using BlockAssist.Net.Envelopes;

namespace BlockAssist.Net.Messages;

/// <summary>What the bodies of envelopes are, by number, and how large each may be. Numbers are added and never given another meaning.</summary>
public static class MessageKinds
{
    /// <summary>A peer wants work: <c>AskLease</c>.</summary>
    public static readonly EnvelopeKind AskLease = new(1);

    /// <summary>A peer binds itself: <c>Commit</c>.</summary>
    public static readonly EnvelopeKind Commit = new(2);

    /// <summary>A peer shows its segments: <c>Reveal</c>.</summary>
    public static readonly EnvelopeKind Reveal = new(3);

    /// <summary>A peer has sent what a replay needs: <c>GiveEvidence</c>.</summary>
    public static readonly EnvelopeKind GiveEvidence = new(4);

    /// <summary>A verifier says what it found: <c>GiveOutcome</c>.</summary>
    public static readonly EnvelopeKind GiveOutcome = new(5);

    /// <summary>A side of a dispute shows a state: <c>ShowState</c>.</summary>
    public static readonly EnvelopeKind ShowState = new(6);

    /// <summary>A peer offers clips of its play to all: <c>OfferClips</c>.</summary>
    public static readonly EnvelopeKind OfferClips = new(7);

    /// <summary>The terms of a round as they are now: <c>OpenRound</c>.</summary>
    public static readonly EnvelopeKind OpenRound = new(16);

    /// <summary>A peer's lease: <c>Grant</c>.</summary>
    public static readonly EnvelopeKind Grant = new(17);

    /// <summary>Who committed is to reveal: <c>AskReveal</c>.</summary>
    public static readonly EnvelopeKind AskReveal = new(18);

    /// <summary>A trainer is to send evidence: <c>AskEvidence</c>.</summary>
    public static readonly EnvelopeKind AskEvidence = new(19);

    /// <summary>A verifier is to train a segment again: <c>AskReplay</c>.</summary>
    public static readonly EnvelopeKind AskReplay = new(20);

    /// <summary>What came of a round: <c>CloseRound</c>.</summary>
    public static readonly EnvelopeKind CloseRound = new(21);

    /// <summary>A side of a dispute is to show a state: <c>AskState</c>.</summary>
    public static readonly EnvelopeKind AskState = new(22);

    /// <summary>The hub's note of how it opened a round: <c>Opening</c>.</summary>
    public static readonly EnvelopeKind Opening = new(32);

    /// <summary>The hub's note that it got late: <c>Tick</c>.</summary>
    public static readonly EnvelopeKind Tick = new(33);

    /// <summary>The hub's note of what it saw in the updates: <c>Screening</c>.</summary>
    public static readonly EnvelopeKind Screening = new(34);

    /// <summary>The hub's note of what it merged: <c>Merging</c>.</summary>
    public static readonly EnvelopeKind Merging = new(35);

    /// <summary>The hub's note of what the gate said: <c>Gating</c>.</summary>
    public static readonly EnvelopeKind Gating = new(36);

    /// <summary>The hub's note that it is back: <c>Resuming</c>.</summary>
    public static readonly EnvelopeKind Resuming = new(37);

    /// <summary>The hub's note of what its referee said: <c>Ruling</c>.</summary>
    public static readonly EnvelopeKind Ruling = new(38);

    /// <summary>The hub's note of what a peer's clips are worth: <c>Valuing</c>.</summary>
    public static readonly EnvelopeKind Valuing = new(39);

    // A device has 512 letters at most, of three bytes each; 64 demonstrations are 12 KiB. A lease of 256 segments has 20 KiB of marks, a round of
    // 1,000 leases 200 KiB of lines, and 700 KiB of new play; the opening of a round names all peers that were ever found honest or lied, 100,000 and more.
    private const int Short = 2 << 10;
    private const int Long = 32 << 10;
    private const int Lines = 512 << 10;
    private const int Record = 1 << 20;
    private const int Whole = 4 << 20;

    /// <summary>What a hub takes from peers.</summary>
    public static EnvelopeLimits FromPeers { get; } = new(new Dictionary<EnvelopeKind, int>
    {
        [AskLease] = Short,
        [Commit] = Short,
        [Reveal] = Long,
        [GiveEvidence] = Short,
        [GiveOutcome] = Long,
        [ShowState] = Short,
        [OfferClips] = Short,
    });

    /// <summary>What peers take from a hub, and what it keeps for itself.</summary>
    public static EnvelopeLimits FromHub { get; } = new(new Dictionary<EnvelopeKind, int>
    {
        [OpenRound] = Short,
        [Grant] = Short,
        [AskReveal] = Short,
        [AskEvidence] = Short,
        [AskReplay] = Long,
        [AskState] = Short,
        [CloseRound] = Record,
        [Opening] = Whole,
        [Tick] = Short,
        [Screening] = Lines,
        [Merging] = Lines,
        [Gating] = Long,
        [Resuming] = Short,
        [Ruling] = Short,
        [Valuing] = Long,
    });
}
