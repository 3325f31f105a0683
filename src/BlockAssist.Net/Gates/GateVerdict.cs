namespace BlockAssist.Net.Gates;

/// <summary>What a sequential test has come to.</summary>
public enum GateVerdict
{
    /// <summary>More pairs are needed.</summary>
    Undecided,

    /// <summary>The candidate is better.</summary>
    Better,

    /// <summary>The candidate is not better by what is asked for.</summary>
    NotBetter,
}
