using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>A user operation that is in a block, as the EntryPoint tells it in the transaction that it came with.</summary>
/// <param name="Receipt">What the chain says of it: the transaction is that which it came with; success, gas, fee and logs are its own.</param>
/// <param name="Reason">The bytes with which the account refused; empty if it did not.</param>
internal sealed record BundledOperation(Receipt Receipt, ReadOnlyMemory<byte> Reason)
{
    /// <summary>How an EntryPoint tells of an operation.</summary>
    public static AbiEvent Told { get; } = AbiEvent.Parse(
        "UserOperationEvent(bytes32 indexed userOpHash, address indexed sender, address indexed paymaster, uint256 nonce, bool success, uint256 actualGasCost, uint256 actualGasUsed)");

    private static readonly AbiEvent Before = AbiEvent.Parse("BeforeExecution()");

    // By the account, or by the paymaster at the end.
    private static readonly AbiEvent[] Reasons =
    [
        AbiEvent.Parse("UserOperationRevertReason(bytes32 indexed userOpHash, address indexed sender, uint256 nonce, bytes revertReason)"),
        AbiEvent.Parse("PostOpRevertReason(bytes32 indexed userOpHash, address indexed sender, uint256 nonce, bytes revertReason)"),
    ];

    /// <summary>The operation in a transaction; null if it is not there.</summary>
    /// <exception cref="ChainException">What the EntryPoint tells is not what it should be.</exception>
    public static BundledOperation? In(Receipt bundle, Address entryPoint, Hash32 operation)
    {
        var logs = bundle.Logs.OrderBy(log => log.Index).ToArray();
        var at = Array.FindIndex(logs, log => Is(log, Told, entryPoint) && log.Topics[1] == operation);
        if (!bundle.IsSuccess || at < 0)
        {
            return null;
        }

        // Operations of one transaction come one after the other, each with its own logs before what is told of it.
        var start = Array.FindLastIndex(logs[..at], log => Is(log, Told, entryPoint) || Is(log, Before, entryPoint)) + 1;
        var own = logs[start..at];
        try
        {
            var parts = Told.Decode(logs[at].Topics, logs[at].Data);
            var receipt = bundle with
            {
                IsSuccess = (bool)parts[4],
                Fee = new Wei((BigInteger)parts[5]),
                GasUsed = (ulong)(BigInteger)parts[6],
                Created = null,
                Logs = own,
            };
            return new BundledOperation(receipt, own.Select(log => ReasonIn(log, entryPoint, operation)).FirstOrDefault(reason => reason is not null));
        }
        catch (Exception error) when (error is ChainFormatException or OverflowException)
        {
            throw new ChainException(ChainFault.Malformed, $"what {entryPoint} tells of an operation is not what an EntryPoint tells: {error.Message}");
        }
    }

    private static byte[]? ReasonIn(EventLog log, Address entryPoint, Hash32 operation) =>
        (Reasons.FirstOrDefault(told => Is(log, told, entryPoint)) is { } refused) && log.Topics[1] == operation ? (byte[])refused.Decode(log.Topics, log.Data)[3] : null;

    private static bool Is(EventLog log, AbiEvent told, Address entryPoint) => log.Contract == entryPoint && told.Matches(log.Topics);
}
