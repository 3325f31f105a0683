namespace BlockAssist.Chain.Events;

/// <summary>What happened to a log.</summary>
public enum LogChange
{
    /// <summary>It is in a block that may still be undone.</summary>
    Seen,

    /// <summary>It is in a block that counts as done. Of what was done already when the feed began, this alone is told.</summary>
    Final,

    /// <summary>It was seen, and its block is undone: what was made of it must be undone too.</summary>
    Removed,
}
