namespace BlockAssist.Learner.Leases;

/// <summary>What a verifier says of a segment of a lease.</summary>
public enum LeaseOutcome
{
    /// <summary>It comes to the same, or as near as honest devices are.</summary>
    Same,

    /// <summary>Something of what the trainer signed is not so.</summary>
    Different,

    /// <summary>The verifier cannot tell, and it need not be the trainer's fault.</summary>
    Undecided,
}
