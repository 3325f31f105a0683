using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>What a verifier says of a contribution.</summary>
/// <param name="Contribution">Of which, by its id.</param>
/// <param name="Verifier">Who.</param>
/// <param name="Accepts">Whether it is what it says it is.</param>
/// <param name="Score">What it is worth in the verifier's eyes.</param>
/// <param name="Told">Where.</param>
public sealed record ToldVerdict(Hash32 Contribution, Address Verifier, bool Accepts, uint Score, ToldAt Told);
