namespace BlockAssist.Chain.Standings;

/// <summary>Why an index was begun anew: it is a copy of what the chain has, so nothing is lost by it but time.</summary>
public enum RebuildCause
{
    /// <summary>It was not.</summary>
    None,

    /// <summary>It was of another contract, or began at another block.</summary>
    OtherPlace,

    /// <summary>It was written by another version.</summary>
    OtherForm,

    /// <summary>It was damaged.</summary>
    Damaged,

    /// <summary>What was final in it is not on the chain any more.</summary>
    Reorged,
}
