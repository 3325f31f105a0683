namespace BlockAssist.Cli.Lifecycle;

/// <summary>What leads a node from one stage to the next.</summary>
internal enum LoopStep
{
    /// <summary>A session begins.</summary>
    Play,

    /// <summary>It is over, and recorded.</summary>
    Recorded,

    /// <summary>It was learnt from, or could not be.</summary>
    Learnt,

    /// <summary>The round is over, or could not be.</summary>
    Shared,

    /// <summary>What was contributed is on the chain, or waits for it.</summary>
    Posted,

    /// <summary>No more sessions are asked for.</summary>
    End,
}
