namespace BlockAssist.Chain.Events;

/// <summary>How logs are followed.</summary>
public sealed record LogFeedOptions
{
    /// <summary>How many blocks must be on the chain from a log's own on, before it counts as done; 3.</summary>
    public int Confirmations { get; init; } = 3;

    /// <summary>How long is waited for the next block; 2 seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Of how many blocks that count as done logs are asked for at once; 1000.</summary>
    public int MostBlocks { get; init; } = 1000;
}
