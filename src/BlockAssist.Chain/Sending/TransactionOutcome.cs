using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Sending;

/// <summary>What came of a transaction: <see cref="Mined"/>, <see cref="Reverted"/>, <see cref="Replaced"/> or <see cref="StillPending"/>.</summary>
public abstract record TransactionOutcome
{
    private protected TransactionOutcome()
    {
    }
}

/// <summary>It did what it asked, and enough blocks are on top of it.</summary>
/// <param name="Receipt">What the chain says of it.</param>
public sealed record Mined(Receipt Receipt) : TransactionOutcome;

/// <summary>It is in a block, paid, and did nothing.</summary>
/// <param name="Receipt">What the chain says of it.</param>
/// <param name="Error">Why the contract refused, as far as can be told: of a transaction by asking again as of the block before.</param>
public sealed record Reverted(Receipt Receipt, ContractError Error) : TransactionOutcome;

/// <summary>Another transaction of the account took its number; what was to be done was not, or by that one.</summary>
/// <param name="Sent">What was sent.</param>
public sealed record Replaced(SentTransaction Sent) : TransactionOutcome;

/// <summary>It is in no block, or not deep enough, when there was no more time to wait. It can be waited for again.</summary>
/// <param name="Sent">What was sent by then.</param>
/// <param name="Trouble">What was in the way last; null if nothing.</param>
public sealed record StillPending(SentTransaction Sent, ChainException? Trouble) : TransactionOutcome;
