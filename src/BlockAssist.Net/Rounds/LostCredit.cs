namespace BlockAssist.Net.Rounds;

/// <summary>Credit that was lost.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Amount">How much.</param>
/// <param name="Why">Why: refuted, slandered, or no evidence.</param>
public sealed record LostCredit(ulong Round, double Amount, CreditReason Why);
