using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>A transaction, and who sent it.</summary>
/// <param name="Signed">The transaction.</param>
/// <param name="Sender">Who sent it.</param>
internal sealed record Sent(SignedTransaction Signed, Address Sender);
