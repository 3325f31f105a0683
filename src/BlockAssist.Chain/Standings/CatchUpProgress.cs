namespace BlockAssist.Chain.Standings;

/// <summary>How much of the chain was read.</summary>
/// <param name="Read">How many blocks.</param>
/// <param name="Blocks">Of how many.</param>
public sealed record CatchUpProgress(ulong Read, ulong Blocks);
