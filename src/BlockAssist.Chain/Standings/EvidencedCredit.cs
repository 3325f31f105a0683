namespace BlockAssist.Chain.Standings;

/// <summary>A credit, and what it stands on.</summary>
/// <param name="Credit">The credit.</param>
/// <param name="Settlement">The round's model, and the digest of its record.</param>
/// <param name="Verdicts">What verifiers say of the account's contributions in that round.</param>
public sealed record EvidencedCredit(ToldCredit Credit, RoundSettlement? Settlement, IReadOnlyList<ToldVerdict> Verdicts);
