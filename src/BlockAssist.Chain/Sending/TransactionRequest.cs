using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>What is to be done on a chain.</summary>
/// <param name="To">To whom; null makes a contract.</param>
/// <param name="Data">What the contract is told; or the contract itself.</param>
/// <param name="Value">How much money goes along.</param>
public sealed record TransactionRequest(Address? To, ReadOnlyMemory<byte> Data, Wei Value = default)
{
    /// <summary>How much gas it may use; null lets the node say.</summary>
    public ulong? GasLimit { get; init; }

    /// <summary>What it pays; null lets the oracle say.</summary>
    public FeeQuote? Fees { get; init; }

    /// <summary>What it says it will touch.</summary>
    public IReadOnlyList<AccessListEntry> AccessList { get; init; } = [];

    /// <summary>The errors by which the contract may refuse.</summary>
    public KnownErrors Errors { get; init; } = KnownErrors.OfSolidity;

    /// <summary>
    /// Is given every form that is signed of this, before it is sent. Whoever keeps the bytes on disk first can send them again
    /// after a crash, and nothing is done twice. If it throws, nothing is sent.
    /// </summary>
    public Func<ISigned, CancellationToken, ValueTask>? OnSigned { get; init; }

    internal CallRequest CallOf(Address account) => new(To, Data, account, Value);
}
