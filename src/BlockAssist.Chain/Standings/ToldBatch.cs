using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>A batch of contributions: a claim, since the chain has only the root of their ids.</summary>
/// <param name="Batch">By which the contract knows it.</param>
/// <param name="Contributor">Whose it is.</param>
/// <param name="Round">In which round.</param>
/// <param name="Root">The root.</param>
/// <param name="Count">How many contributions it is said to have.</param>
/// <param name="Told">Where.</param>
public sealed record ToldBatch(Hash32 Batch, Address Contributor, uint Round, Hash32 Root, uint Count, ToldAt Told);
