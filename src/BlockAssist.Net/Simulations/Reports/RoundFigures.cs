namespace BlockAssist.Net.Simulations.Reports;

/// <summary>What came of a round.</summary>
/// <param name="Round">Its number.</param>
/// <param name="Leases">How many took a lease.</param>
/// <param name="Credited">Of how many the work was verified or trusted.</param>
/// <param name="Refuted">Who was found to lie.</param>
/// <param name="Slanderers">Who lost a dispute over what it said of others.</param>
/// <param name="Promoted">Whether the merged model plays.</param>
/// <param name="Pairs">After how many pairs of games that was decided.</param>
/// <param name="Mean">By how much the merged model did better, in shares of the goal.</param>
/// <param name="Closed">When it was closed, in virtual time.</param>
public sealed record RoundFigures(ulong Round, int Leases, int Credited, int Refuted, int Slanderers, bool Promoted, int Pairs, double Mean, TimeSpan Closed);
