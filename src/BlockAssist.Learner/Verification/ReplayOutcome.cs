namespace BlockAssist.Learner.Verification;

/// <summary>What a replay says of a claim. The values are in messages and never change.</summary>
public enum ReplayOutcome
{
    /// <summary>It cannot be replayed as it is; that is the claim's fault or the verifier lacks something.</summary>
    Refused = 0,

    /// <summary>It was replayed to the very same bits.</summary>
    Exact = 1,

    /// <summary>It was replayed on another class of device, and differs no more than honest ones do.</summary>
    Close = 2,

    /// <summary>It was replayed and something else came out.</summary>
    Different = 3,

    /// <summary>It was replayed and differs, and nobody has measured how much honest ones do between these classes.</summary>
    Undecided = 4,
}
