using BlockAssist.Chain.Contributions;

namespace BlockAssist.Chain.Outboxes;

/// <summary>A contribution on its way to a contract.</summary>
/// <param name="Work">What was done.</param>
/// <param name="State">How far it is.</param>
public sealed record Delivery(Work Work, DeliveryState State)
{
    /// <summary>How it was submitted last; null if it never was.</summary>
    public Submission? Submitted { get; init; }

    /// <summary>What was signed and may be on its way, the newest last.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Forms { get; init; } = [];

    /// <summary>In which block it landed, or by which it was there.</summary>
    public ulong Height { get; init; }

    /// <summary>What was in the way last; null if nothing.</summary>
    public string? Trouble { get; init; }
}
