namespace BlockAssist.Chain.Standings;

/// <summary>Rounds, the newest first.</summary>
/// <param name="Rounds">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="UpTo">How much of the chain this is of.</param>
public sealed record RoundsPage(IReadOnlyList<RoundStanding> Rounds, int Total, ReadUpTo UpTo);
