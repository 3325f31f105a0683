namespace BlockAssist.Cli.Lifecycle;

/// <summary>What a node does at the moment, of what it does again and again.</summary>
internal enum LoopStage
{
    /// <summary>Nothing: the next session may begin.</summary>
    Idle,

    /// <summary>A house is built, and recorded.</summary>
    Playing,

    /// <summary>The assistant learns from the session.</summary>
    Learning,

    /// <summary>A round of the swarm: the session's lesson is trained, verified, merged and tried.</summary>
    Sharing,

    /// <summary>What was contributed is recorded on the chain.</summary>
    Posting,

    /// <summary>All that was asked for was done.</summary>
    Done,
}
