namespace BlockAssist.Learner.Leases;

/// <summary>What a referee says in a dispute over a segment of a lease.</summary>
/// <param name="Word">In a word.</param>
/// <param name="Reason">In a sentence.</param>
public sealed record LeaseRuling(LeaseWord Word, string Reason);

/// <summary>The words of a referee.</summary>
public enum LeaseWord
{
    /// <summary>It cannot tell.</summary>
    Undecided,

    /// <summary>Two states are the same within what honest devices differ by.</summary>
    Agree,

    /// <summary>They are not.</summary>
    Disagree,

    /// <summary>The trainer is right, or the challenger showed what cannot be read.</summary>
    ForTrainer,

    /// <summary>The trainer's claim does not stand, or it showed what cannot be read.</summary>
    ForChallenger,
}
