using BlockAssist.Chain.Sending;

namespace BlockAssist.Chain.Outboxes;

/// <summary>How contributions are delivered.</summary>
public sealed record CourierOptions
{
    /// <summary>How a transaction is waited for.</summary>
    public WaitOptions Wait { get; init; } = new() { Confirmations = 5 };

    /// <summary>How many transactions are on their way at once; 16.</summary>
    public int Window { get; init; } = 16;

    /// <summary>How many blocks are on top of a contribution when nobody looks at it again; 64.</summary>
    public int SettledDepth { get; init; } = 64;

    /// <summary>How long is waited between looks when there is nothing to do; 5 seconds.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long is waited at most when something is in the way; 5 minutes.</summary>
    public TimeSpan LongestIdle { get; init; } = TimeSpan.FromMinutes(5);
}
