namespace BlockAssist.Chain.Standings;

/// <summary>How much of the chain an answer is of.</summary>
/// <param name="Final">The last block that counts as done; null if none was read.</param>
/// <param name="Seen">The last block that was read; null if none was.</param>
public sealed record ReadUpTo(ulong? Final, ulong? Seen);
