namespace BlockAssist.Chain.Standings;

/// <summary>Standings in their order: who was credited most, then who contributed most.</summary>
/// <param name="Players">Those of the page.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="UpTo">How much of the chain this is of.</param>
public sealed record StandingsPage(IReadOnlyList<Standing> Players, int Total, ReadUpTo UpTo);
