namespace BlockAssist.Chain.Contributions;

/// <summary>How far a round on the chain is; the numbers are the contract's.</summary>
public enum RoundPhase
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Work can be submitted.</summary>
    Submit,

    /// <summary>Verifiers commit to what they say of it.</summary>
    Attest,

    /// <summary>Verifiers show what they said, or it can be settled.</summary>
    Reveal,

    /// <summary>It is settled.</summary>
    Settled,
}
