using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>Where on the chain something was told.</summary>
/// <param name="Transaction">In which transaction.</param>
/// <param name="Height">In which block.</param>
/// <param name="IsFinal">Whether that block counts as done; otherwise it may still be undone.</param>
public sealed record ToldAt(Hash32 Transaction, ulong Height, bool IsFinal);
