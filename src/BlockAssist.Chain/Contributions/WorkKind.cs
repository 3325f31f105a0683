namespace BlockAssist.Chain.Contributions;

/// <summary>What kind of thing was contributed; the numbers are the contract's.</summary>
public enum WorkKind
{
    /// <summary>A person played: demonstrations.</summary>
    Session = 0,

    /// <summary>A lease of a round was trained.</summary>
    Training = 1,

    /// <summary>What others trained was verified.</summary>
    Verifying = 2,

    /// <summary>Clips of play that others learn from.</summary>
    Clips = 3,
}
