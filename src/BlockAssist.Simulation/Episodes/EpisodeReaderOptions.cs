namespace BlockAssist.Simulation.Episodes;

/// <summary>How an episode is read.</summary>
public sealed record EpisodeReaderOptions
{
    /// <summary>Whether poses are read; otherwise they are passed over.</summary>
    public bool Poses { get; init; }

    /// <summary>Whether reading goes on at the next keyframe behind damage; otherwise it stops there.</summary>
    public bool SkipDamage { get; init; }

    /// <summary>The most steps that are read; a foreign file may claim any number.</summary>
    public int MaxSteps { get; init; } = EpisodeFormat.MaxSteps;

    /// <summary>The largest file that is opened, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 1 << 28;
}
