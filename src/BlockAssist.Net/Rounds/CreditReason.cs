namespace BlockAssist.Net.Rounds;

/// <summary>Why a peer is credited for a round, or is not. Everybody who took a lease is told one.</summary>
public enum CreditReason
{
    /// <summary>The work was verified, and merged.</summary>
    Verified,

    /// <summary>Chance drew none of its segments; it is trusted by what was verified before.</summary>
    Trusted,

    /// <summary>It took a lease and never committed: too slow, or gone.</summary>
    NotCommitted,

    /// <summary>It committed and never revealed.</summary>
    NotRevealed,

    /// <summary>What it revealed is not what it committed to.</summary>
    Mismatch,

    /// <summary>Its update cannot be read, or stands out by its numbers alone.</summary>
    Implausible,

    /// <summary>It is the update of another peer, who committed to it earlier.</summary>
    Copied,

    /// <summary>It makes the model worse at what nobody had seen.</summary>
    Unhelpful,

    /// <summary>It did not show what the replay of a drawn segment needs.</summary>
    NoEvidence,

    /// <summary>A drawn segment came to something else when others trained it again.</summary>
    Refuted,

    /// <summary>Nobody could verify it: no verifier was there, or none could tell. Not its fault; it may send the work again in the next round.</summary>
    NotVerified,

    /// <summary>It said of another one that it had lied, and lost the dispute over that.</summary>
    Slandered,
}
