namespace BlockAssist.Net.Envelopes;

/// <summary>How an envelope follows the one before it of the same sender, as far as this receiver knows.</summary>
public enum ChainLink
{
    /// <summary>None of the sender is remembered here.</summary>
    First,

    /// <summary>It names the last one that was taken as the one before it: nothing is missing between them.</summary>
    Next,

    /// <summary>The sender made others in between, which did not come here or were lost.</summary>
    AfterGap,
}
