namespace BlockAssist.Net.Hub;

/// <summary>A line of a round's log.</summary>
/// <param name="At">When it came, by the hub's clock.</param>
/// <param name="Envelope">What was said, as it was said; by a peer, or by the hub to itself.</param>
public sealed record LogEntry(DateTimeOffset At, ReadOnlyMemory<byte> Envelope);
