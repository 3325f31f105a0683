using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>A contract and places of its storage that a transaction says beforehand it will touch (EIP-2930).</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Places">The places.</param>
public sealed record AccessListEntry(Address Contract, IReadOnlyList<Hash32> Places);
