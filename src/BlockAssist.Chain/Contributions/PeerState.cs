namespace BlockAssist.Chain.Contributions;

/// <summary>Whether an account speaks for a peer; the numbers are the contract's.</summary>
public enum PeerState
{
    /// <summary>It does not say so.</summary>
    None,

    /// <summary>It says so, and no verifier has confirmed it.</summary>
    Claimed,

    /// <summary>A verifier has confirmed it.</summary>
    Confirmed,

    /// <summary>The peer was shut out.</summary>
    Barred,
}
