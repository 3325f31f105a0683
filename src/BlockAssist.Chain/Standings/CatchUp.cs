namespace BlockAssist.Chain.Standings;

/// <summary>What came of reading all that is there.</summary>
/// <param name="UpTo">How far the index is.</param>
/// <param name="Rebuilt">Why it was begun anew; none if it was gone on with.</param>
/// <param name="IsKeptByAnother">Whether another process fills it, so that nothing was read here.</param>
public sealed record CatchUp(ReadUpTo UpTo, RebuildCause Rebuilt, bool IsKeptByAnother);
