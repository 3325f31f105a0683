namespace BlockAssist.Chain.Standings;

/// <summary>Of which contributions and credits standings are.</summary>
public sealed record StandingsFilter
{
    /// <summary>Of one round alone; null for all.</summary>
    public uint? Round { get; init; }

    /// <summary>From a round on; null for all.</summary>
    public uint? Since { get; init; }

    /// <summary>Of one kind of work alone, by its number; null for all. Credit is of no kind: it is that of all work of those who did some of the kind.</summary>
    public byte? Kind { get; init; }
}
