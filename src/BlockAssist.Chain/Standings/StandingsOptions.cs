using BlockAssist.Chain.Events;

namespace BlockAssist.Chain.Standings;

/// <summary>How an index is filled.</summary>
public sealed record StandingsOptions
{
    /// <summary>The block from which on the contract is there; 0.</summary>
    public ulong First { get; init; }

    /// <summary>How its events are followed.</summary>
    public LogFeedOptions Feed { get; init; } = new();

    /// <summary>Is told how much was read.</summary>
    public IProgress<CatchUpProgress>? Progress { get; init; }

    /// <summary>Is told when the index is begun anew.</summary>
    public IProgress<RebuildCause>? Rebuilt { get; init; }
}
