namespace BlockAssist.Simulation.Episodes;

/// <summary>What an <see cref="EpisodeReader"/> has just read.</summary>
public enum EpisodeEntry
{
    /// <summary>Nothing: the episode, or its readable part, is over.</summary>
    None,

    /// <summary>A step: what every builder did.</summary>
    Step,

    /// <summary>A change from outside the game, before the next step.</summary>
    Correction,

    /// <summary>The hash of the state after the last step.</summary>
    StateHash,

    /// <summary>The whole state after the last step.</summary>
    Keyframe,

    /// <summary>Where a player was and looked.</summary>
    Pose,

    /// <summary>What a builder made of another's help.</summary>
    Feedback,
}
