using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>A block of the ledger.</summary>
/// <param name="Height">How many come before it.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Parent">The hash of the one before it.</param>
/// <param name="Time">When it was made, in seconds since 1970.</param>
/// <param name="Sent">The transaction in it; null in the first.</param>
/// <param name="Outcome">What came of that.</param>
internal sealed record LedgerBlock(ulong Height, Hash32 Hash, Hash32 Parent, ulong Time, Sent? Sent, Outcome Outcome)
{
    /// <summary>By what its logs are known: the transaction; of the first block, which has none, its own hash.</summary>
    public Hash32 Cause => Sent?.Signed.Hash ?? Hash;
}
