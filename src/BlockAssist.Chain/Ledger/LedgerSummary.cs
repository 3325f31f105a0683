using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger;

/// <summary>What a ledger is, and how far it goes. Whoever keeps <paramref name="Head"/> notices if blocks are cut off behind it.</summary>
/// <param name="Place">The chain and the contract.</param>
/// <param name="Sealer">Who sealed it.</param>
/// <param name="Height">How many blocks follow the first.</param>
/// <param name="Head">The hash of the last.</param>
public sealed record LedgerSummary(ContractPlace Place, Address Sealer, ulong Height, Hash32 Head);
