using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>How a round was settled: the evidence for its credits.</summary>
/// <param name="Model">The model that plays from then on.</param>
/// <param name="IsPromoted">Whether that is another than the round began with.</param>
/// <param name="Record">The digest of the swarm's record of the round, which says why who was credited what.</param>
/// <param name="Credited">How much was credited in all.</param>
/// <param name="Told">Where.</param>
public sealed record RoundSettlement(Hash32 Model, bool IsPromoted, Hash32 Record, Wei Credited, ToldAt Told);
