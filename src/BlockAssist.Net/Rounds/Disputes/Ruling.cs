namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>What the referee says to what it was asked in a dispute.</summary>
public enum Ruling
{
    /// <summary>It cannot tell.</summary>
    Undecided,

    /// <summary>The two states are the same within what honest devices differ by.</summary>
    Agree,

    /// <summary>They are not.</summary>
    Disagree,

    /// <summary>The trainer is right, or the challenger showed what cannot be read.</summary>
    ForTrainer,

    /// <summary>The trainer's claim does not stand, or it showed what cannot be read.</summary>
    ForChallenger,
}
