namespace BlockAssist.Game.Watching;

/// <summary>What can happen in an episode that somebody who watches wants to find.</summary>
public enum WatchedEventKind
{
    /// <summary>A block was placed as the blueprint wants it.</summary>
    Placement,

    /// <summary>A block was broken that the blueprint does not want.</summary>
    Break,

    /// <summary>A block was placed or broken against the blueprint.</summary>
    Mistake,

    /// <summary>The house stands.</summary>
    Finish,

    /// <summary>Somebody made another rest.</summary>
    Pause,

    /// <summary>Somebody let another go on.</summary>
    Resume,

    /// <summary>Somebody changed another's pace.</summary>
    Pace,
}
