namespace BlockAssist.Net.Rounds;

/// <summary>What a verifier found when it trained a segment again.</summary>
public enum ReplayOutcome
{
    /// <summary>It came to the same, to the last bit or within what honest devices differ by.</summary>
    Same,

    /// <summary>It came to something else.</summary>
    Different,

    /// <summary>It could not tell: nothing is known of how far the two devices may differ, or the evidence did not come in time.</summary>
    Undecided,
}
