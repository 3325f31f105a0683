using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>What the contract told.</summary>
/// <param name="Topics">What can be looked for.</param>
/// <param name="Data">The rest.</param>
internal sealed record Log(IReadOnlyList<Hash32> Topics, ReadOnlyMemory<byte> Data);
