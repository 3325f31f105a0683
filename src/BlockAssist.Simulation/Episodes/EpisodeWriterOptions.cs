namespace BlockAssist.Simulation.Episodes;

/// <summary>How an episode is written down: what a crash may cost, and what the file may.</summary>
public sealed record EpisodeWriterOptions
{
    /// <summary>The most milliseconds of episode time that wait in memory. 0: nothing waits.</summary>
    public long FlushMilliseconds { get; init; } = 1_000;

    /// <summary>After how many milliseconds of episode time the disk itself is told to keep what it has; null: only at the end.</summary>
    public long? SyncMilliseconds { get; init; } = 10_000;

    /// <summary>The most steps in which somebody acted from one state hash to the next. 1 or more.</summary>
    public int HashSteps { get; init; } = 128;

    /// <summary>The most steps from one keyframe to the next. 1 or more.</summary>
    public int KeyframeSteps { get; init; } = 16_384;

    /// <summary>The most milliseconds of episode time from one keyframe to the next. 1 or more.</summary>
    public long KeyframeMilliseconds { get; init; } = 60_000;

    /// <summary>Whether entries are range-coded; plain ones are larger, but can be read by eye.</summary>
    public bool Coded { get; init; } = true;
}
