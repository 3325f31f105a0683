namespace BlockAssist.Simulation.Episodes;

/// <summary>Why an episode ended. Written to files: add at the end, never renumber.</summary>
public enum EndReason : byte
{
    /// <summary>Somebody stopped it.</summary>
    Stopped = 0,

    /// <summary>The goal stands.</summary>
    Complete = 1,

    /// <summary>It had as many steps as it may have.</summary>
    Horizon = 2,

    /// <summary>Nobody came nearer to the goal for too long.</summary>
    NoProgress = 3,
}
