using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>A node of a chain, and what can be asked of it. Its answers are not taken for more than they can be.</summary>
/// <param name="rpc">The way to it.</param>
public sealed class ChainNode(IJsonRpc rpc)
{
    /// <summary>Which chain it is of.</summary>
    public Task<ulong> ChainIdAsync(CancellationToken cancellation) => rpc.ChainIdAsync(cancellation);

    /// <summary>Checks that it is of the chain that is meant: behind an address there may be another node by now.</summary>
    /// <exception cref="ChainException">It is not; among others.</exception>
    public Task DemandChainAsync(ulong chainId, CancellationToken cancellation) => rpc.DemandChainAsync("node", chainId, cancellation);

    /// <summary>How high the chain is: the last block.</summary>
    public Task<ulong> HeightAsync(CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_blockNumber"), answer => Quantity.ReadUInt64(answer.GetString()), cancellation);

    /// <summary>The block of a height, on the chain that the node now takes for the right one; null if there is none yet.</summary>
    public Task<BlockHeader?> BlockAsync(ulong height, CancellationToken cancellation) => AskAsync(
        new RpcCall("eth_getBlockByNumber", Quantity.Of(height), false),
        answer => answer.ValueKind == JsonValueKind.Null ? null : BlockHeader.Of(answer) is var block && block.Height == height ? block : throw Another("block"), cancellation);

    /// <summary>How much an account has.</summary>
    public Task<Wei> BalanceAsync(Address account, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_getBalance", account.ToString(), BlockRef.Latest.ToJson()), answer => new Wei(Quantity.Read(answer.GetString())), cancellation);

    /// <summary>How many transactions of an account there are, up to a block.</summary>
    public Task<ulong> NonceAsync(Address account, BlockRef block, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_getTransactionCount", account.ToString(), Need(block).ToJson()), answer => Quantity.ReadUInt64(answer.GetString()), cancellation);

    /// <summary>The program at an address; empty if there is none.</summary>
    public Task<byte[]> CodeAsync(Address contract, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_getCode", contract.ToString(), BlockRef.Latest.ToJson()), answer => Hex.Read(answer.GetString()), cancellation);

    /// <summary>How much gas a transaction would use.</summary>
    /// <exception cref="ChainException">The contract would refuse, among others.</exception>
    public Task<ulong> EstimateGasAsync(CallRequest request, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_estimateGas", Need(request).ToJson()), answer => Quantity.ReadUInt64(answer.GetString()), cancellation);

    /// <summary>What a contract answers.</summary>
    /// <exception cref="ChainException">The contract refuses, among others.</exception>
    public Task<byte[]> CallAsync(CallRequest request, BlockRef block, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_call", Need(request).ToJson(), Need(block).ToJson()), answer => Hex.Read(answer.GetString()), cancellation);

    /// <summary>What the last blocks cost.</summary>
    /// <param name="blocks">How many.</param>
    /// <param name="percentile">By which of their transactions, in the order of what they paid besides; 50 is the median.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<FeeHistory> FeeHistoryAsync(int blocks, double percentile, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_feeHistory", Quantity.Of(blocks), BlockRef.Latest.ToJson(), new JsonArray(percentile)), FeeHistory.Of, cancellation);

    /// <summary>Sends the bytes of a transaction. Whether the node took them is only known for certain when it is asked about the hash.</summary>
    /// <exception cref="ChainException">The node does not take it.</exception>
    public Task SendAsync(SignedTransaction transaction, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return AskAsync(
            new RpcCall("eth_sendRawTransaction", Hex.Of(transaction.Bytes.Span)),
            answer => Hash32.Parse(answer.GetString()) == transaction.Hash ? true : throw Another("transaction"), cancellation);
    }

    /// <summary>Whether the node knows of a transaction, in a block or waiting for one.</summary>
    public Task<bool> KnowsAsync(Hash32 transaction, CancellationToken cancellation) =>
        AskAsync(new RpcCall("eth_getTransactionByHash", transaction.ToString()), answer => answer.ValueKind == JsonValueKind.Object, cancellation);

    /// <summary>What came of a transaction; null while it is in no block.</summary>
    public Task<Receipt?> ReceiptAsync(Hash32 transaction, CancellationToken cancellation) => AskAsync(
        new RpcCall("eth_getTransactionReceipt", transaction.ToString()),
        answer => answer.ValueKind == JsonValueKind.Null ? null : Receipt.Of(answer) is var receipt && receipt.Transaction == transaction ? receipt : throw Another("transaction"),
        cancellation);

    /// <summary>The logs of one block, and of no other of its height, in their order.</summary>
    /// <exception cref="ChainException">The node knows no such block, among others.</exception>
    public Task<IReadOnlyList<EventLog>> LogsAsync(LogFilter filter, Hash32 block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var json = filter.ToJson();
        json["blockHash"] = block.ToString();
        return AskAsync<IReadOnlyList<EventLog>>(new RpcCall("eth_getLogs", json), answer => LogsOf(answer, filter, log => log.BlockHash == block), cancellation);
    }

    /// <summary>The logs of several blocks, in their order.</summary>
    public Task<IReadOnlyList<EventLog>> LogsAsync(LogFilter filter, ulong from, ulong to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var json = filter.ToJson();
        (json["fromBlock"], json["toBlock"]) = (Quantity.Of(from), Quantity.Of(to));
        return AskAsync<IReadOnlyList<EventLog>>(new RpcCall("eth_getLogs", json), answer => LogsOf(answer, filter, log => log.Height >= from && log.Height <= to), cancellation);
    }

    private static EventLog[] LogsOf(JsonElement answer, LogFilter filter, Func<EventLog, bool> isMeant)
    {
        EventLog[] logs = [.. answer.EnumerateArray().Select(EventLog.Of).OrderBy(log => log.Height).ThenBy(log => log.Index)];
        return logs.All(log => filter.Matches(log) && isMeant(log)) ? logs : throw Another("log");
    }

    private Task<T> AskAsync<T>(RpcCall call, Func<JsonElement, T> read, CancellationToken cancellation) => rpc.AskAsync(call, read, cancellation);

    private static ChainFormatException Another(string what) => new($"about another {what}");

    private static T Need<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value;
    }
}
